import { organKey } from './organ.js';

/** How the reports that were given differ from the list of bodies that must be there. */
export interface Roll {
  /** Bodies of the list without a report, as the list writes them. */
  readonly missing: readonly string[];
  /** Reports of bodies that the list does not name. */
  readonly unlisted: readonly string[];
}

/**
 * Holds a list of bodies against the bodies whose reports were given. Lists shorten names, and so do titles: 教育局 is
 * 青岚县教育局 unless that is listed itself.
 */
export function callRoll(listed: readonly string[], given: readonly string[]): Roll {
  const keyed = (names: readonly string[]) => names.map((name) => ({ name, key: organKey(name) }));
  const without = (names: ReturnType<typeof keyed>, others: ReturnType<typeof keyed>, alike: typeof same) =>
    names.filter(({ key }) => !others.some((other) => alike(key, other.key)));
  const same = (a: string, b: string) => a === b;
  const shortened = (a: string, b: string) => a.endsWith(b) || b.endsWith(a);
  const [names, parts] = [keyed(listed), keyed(given)];
  const [openNames, openParts] = [without(names, parts, same), without(parts, names, same)];
  return {
    missing: without(openNames, openParts, shortened).map(({ name }) => name),
    unlisted: without(openParts, openNames, shortened).map(({ name }) => name),
  };
}
