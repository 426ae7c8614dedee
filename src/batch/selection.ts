import picomatch from 'picomatch';

/** Which files of folders and archives are looked at; a file given by its own name always is. */
export interface Selection {
  /** Patterns of names or paths inside the folder; by default the endings under which reports are saved. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Some of them cannot be read yet: a report in one is told, never passed over. */
const REPORT_NAME =
  /\.(?:pdf|docx|html?|shtml?|xhtml|aspx?|jsp|txt|md|markdown|zip|rar|7z|docm?|wps|ofd|rtf|mht(?:ml)?)$/i;

/** Whether a path below a folder or in an archive is looked at. */
export type Filter = (path: string) => boolean;

/** Finders and editors leave files such as ._report.html behind. */
export const isHidden: Filter = (path) => /(?:^|\/)(?:\.|__MACOSX(?:\/|$))/.test(path);

export function filterOf({ include = [], exclude = [] }: Selection): Filter {
  const matches = (patterns: readonly string[]): Filter => {
    const tests = patterns.map((pattern) => picomatch(pattern, { dot: true, basename: !pattern.includes('/') }));
    return (path) => tests.some((test) => test(path));
  };
  const included = include.length > 0 ? matches(include) : (path: string) => REPORT_NAME.test(path);
  const excluded = matches(exclude);
  return (path) => included(path) && !excluded(path) && !isHidden(path);
}
