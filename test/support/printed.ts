/** A page of a PDF made for a test: points from its top left corner. */
export interface Printed {
  readonly width?: number;
  readonly height?: number;
  readonly marks: readonly string[];
  /** Dictionaries of annotations and form fields; `APPEARANCE` in them is an appearance that prints 12. */
  readonly annotations?: readonly string[];
}

/** Text from the given left end of its baseline on; `y` counts from the top of a page 400 high unless told. */
export const text = (x: number, y: number, words: string, size = 10, height = 400): string =>
  `BT /F ${size} Tf ${x} ${height - y} Td <${hex(words)}> Tj ET`;

/**
 * A table with its top left corner at x, y.
 * @param row height of a row
 * @param ruled false to leave out its lines
 */
export function table(
  [x, y]: readonly [number, number],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  { ruled = true, row = 20, height = 400, size = 10 } = {},
): string[] {
  const xs = [x];
  for (const width of widths) xs.push((xs.at(-1) as number) + width);
  const bottom = y + rows.length * row;
  const words = rows.flatMap((cells, r) =>
    cells.flatMap((cell, c) =>
      cell === '' ? [] : [text((xs[c] as number) + 2, y + (r + 0.5) * row + 4, cell, size, height)],
    ),
  );
  const line = (x0: number, y0: number, x1: number, y1: number) => `${x0} ${height - y0} m ${x1} ${height - y1} l S`;
  const down = xs.map((at) => line(at, y, at, bottom));
  const across = [...rows, []].map((_, r) => line(x, y + r * row, xs.at(-1) as number, y + r * row));
  return [...words, ...(ruled ? [...down, ...across] : [])];
}

const hex = (words: string) => [...words].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');

const APPEARANCE = `8 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 40 14]/Resources<</Font<</F 5 0 R>>>>/Length 48>> stream
/Tx BMC BT /F 8 Tf 2 3 Td <00310032> Tj ET EMC   
endstream endobj
`;
const FONT = `5 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>> endobj
6 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R/W[1 95 500 814 939 500]>> endobj
7 0 obj <</Type/FontDescriptor/FontName/STSong/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>> endobj
`;

/** The pages as a PDF, set in a font of the reader's, as WPS prints it. */
export function printed(pages: readonly Printed[]): Uint8Array {
  const kids = pages.map((_, i) => `${10 + 2 * i} 0 R`).join(' ');
  const objects = pages.map(({ width = 300, height = 400, marks, annotations = [] }, i) => {
    const content = marks.join('\n');
    const [page, stream] = [10 + 2 * i, 11 + 2 * i];
    return `${page} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${stream} 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[${annotations.map((a) => a.replace('APPEARANCE', '/AP<</N 8 0 R>>')).join('')}]>> endobj
${stream} 0 obj <</Length ${content.length}>> stream
${content}
endstream endobj
`;
  });
  return new TextEncoder().encode(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[${kids}]/Count ${pages.length}>> endobj
${FONT}${APPEARANCE}${objects.join('')}trailer <</Root 1 0 R>>
%%EOF`);
}
