import picomatch from 'picomatch';

/** Which files of folders, archives and patterns are looked at; a file given by its own name always is. */
export interface Selection {
  /** Patterns of names or paths; in folders and archives by default the endings under which reports are saved. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Some of them cannot be read yet: a report in one is told, never passed over. */
const REPORT_NAME =
  /\.(?:pdf|docx|html?|shtml?|xhtml|aspx?|jsp|txt|md|markdown|zip|rar|7z|docm?|wps|odt|ofd|rtf|mht(?:ml)?)$/i;

/** Whether a path is looked at. */
type Test = (path: string) => boolean;

/** Finders and editors leave files such as ._report.html behind. The steps . and .. of a path hide nothing. */
export const isHidden: Test = (path) => /(?:^|\/)(?:\.(?!\.?(?:\/|$))|__MACOSX(?:\/|$))/.test(path);

/** A selection, ready to be asked. */
export interface Filter {
  /** Of the paths inside a folder or an archive. */
  readonly inside: Test;
  /** Of the paths that a pattern matches: it has been said which, so that endings count only when asked for. */
  readonly matched: Test;
  /** Whether the user chose: then nothing found is not nothing there. */
  readonly isChosen: boolean;
}

export function filterOf({ include = [], exclude = [] }: Selection): Filter {
  const matches = (patterns: readonly string[]): Test => {
    const tests = patterns.map((pattern) => picomatch(pattern, { dot: true, basename: !pattern.includes('/') }));
    return (path) => tests.some((test) => test(path));
  };
  const [included, excluded] = [matches(include), matches(exclude)];
  const isReport: Test = include.length > 0 ? included : (path) => REPORT_NAME.test(path);
  return {
    inside: (path) => isReport(path) && !excluded(path) && !isHidden(path),
    matched: (path) => (include.length === 0 || included(path)) && !excluded(path),
    isChosen: include.length + exclude.length > 0,
  };
}
