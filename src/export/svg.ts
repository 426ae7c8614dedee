/** A page as it was seen, for looking at a layout: units are points from its top left corner. */
export interface PageView {
  readonly width: number;
  readonly height: number;
  /** Lines that were drawn: x0, y0, x1, y1. */
  readonly rules: readonly (readonly [number, number, number, number])[];
  readonly texts: readonly { readonly text: string; readonly x: number; readonly y: number; readonly size: number }[];
  /** Cells that were made of them; `id` is the form's cell, '' for a head, a label or a leftover. */
  readonly cells: readonly {
    readonly box: readonly [number, number, number, number];
    readonly id: string;
    readonly state: string;
    readonly text: string;
  }[];
}

/** Fills by state of a cell: what was read, what is blank, what is flagged, what was given no place in the form. */
const COLOURS: Readonly<Record<string, string>> = { read: '#2a2', blank: '#29c', unreadable: '#d22', '': '#999' };

/** The page as SVG: its text, over it the rules and the cells, each with its row and column of the form. */
export function toSvg({ width, height, rules, texts, cells }: PageView): string {
  const text = texts.map(
    ({ text, x, y, size }) =>
      `<text x="${num(x)}" y="${num(y)}" font-size="${num(size)}" fill="#000">${escaped(text)}</text>`,
  );
  const lines = rules.map(
    ([x0, y0, x1, y1]) =>
      `<line x1="${num(x0)}" y1="${num(y0)}" x2="${num(x1)}" y2="${num(y1)}" stroke="#e80" stroke-width=".6"/>`,
  );
  const boxes = cells.map(({ box: [x0, y0, x1, y1], id, state, text }) => {
    const colour = COLOURS[state] ?? '#999';
    const shape = `<rect x="${num(x0)}" y="${num(y0)}" width="${num(x1 - x0)}" height="${num(y1 - y0)}" fill="${colour}" fill-opacity=".12" stroke="${colour}" stroke-width=".4"/>`;
    const [, row = '', column = ''] = /^\w+\.(.*)\.(\w+)$/.exec(id) ?? [];
    const named = [row, column].map(
      (part, i) =>
        `<text x="${num(x0 + 0.5)}" y="${num(y0 + 3 + i * 3)}" font-size="2.8" fill="${colour}">${escaped(part)}</text>`,
    );
    return `<g><title>${escaped(`${id || 'no cell of the form'}${state && ` · ${state}`}: ${text}`)}</title>${shape}${id ? named.join('') : ''}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${num(width)} ${num(height)}" width="${num(width)}" height="${num(height)}" font-family="sans-serif">
<rect width="100%" height="100%" fill="#fff"/>
${[...text, ...lines, ...boxes].join('\n')}
</svg>
`;
}

const num = (value: number): string => String(Math.round(value * 10) / 10);
const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[^\P{C}\n]/gu, '\uFFFD');
