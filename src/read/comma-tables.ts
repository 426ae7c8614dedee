/** Fewest lines, and fewest cells a line, of a table divided by commas. */
const LEAST_LINES = 3;
const LEAST_CELLS = 3;
/** Longest line that is looked at; a row with all labels of the form has under 600 characters. */
const LONGEST_LINE = 2000;
/** What no cell of a table holds, but prose does, and figures that spaces divide. */
const NO_CELL = /[。；！？]|\d\s+\d/;
const FIGURE = /^\s*[+-]?[\d０-９][\d,.]*\s*$/;

/**
 * Lines of a text that are rows of comma-separated tables, each with its cells. Commas also stand in prose and inside
 * figures (1,234), so that only a run of lines counts of which all have as many cells, heads without figures among them:
 * a figure's own comma, unless quoted, would give its row a cell more than its head.
 */
export function commaTables(lines: readonly { line: number; text: string }[]): ReadonlyMap<number, string[]> {
  const found = new Map<number, string[]>();
  let run: { line: number; cells: string[] }[] = [];
  const close = () => {
    const width = run[0]?.cells.length ?? 0;
    const heads = run.filter(({ cells }) => !cells.some((cell) => FIGURE.test(cell)));
    const isTable =
      run.length >= LEAST_LINES &&
      width >= LEAST_CELLS &&
      heads.length > 0 &&
      heads.length < run.length &&
      run.every(({ cells }) => cells.length === width && !cells.some((cell) => NO_CELL.test(cell)));
    if (isTable) for (const { line, cells } of run) found.set(line, cells);
    run = [];
  };
  for (const { line, text } of lines) {
    if (text.length < LONGEST_LINE && text.includes(',') && !/[\t|]/.test(text))
      run.push({ line, cells: cellsOf(text) });
    else close();
  }
  close();
  return found;
}

/** Cells between commas; one in quotation marks may hold commas itself (RFC 4180). */
const cellsOf = (line: string): string[] =>
  [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"(?=,|$)|([^,]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replace(/""/g, '"') ?? plain,
  );
