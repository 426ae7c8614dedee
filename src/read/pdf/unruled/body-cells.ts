import { PICTURE } from '../../../model.js';
import { type Box, centreX, centreY, isBeside } from '../marks.js';
import type { PageCell } from '../page.js';
import { GOES_ON } from '../texts.js';
import type { Band } from './bands.js';
import { isBrokenFigure } from './broken-rows.js';
import type { Column } from './columns.js';
import { divideBody } from './divide.js';
import { labelCells } from './labels.js';
import { isUneven, type Piece } from './pieces.js';
import type { Row } from './rows.js';
import { type DrawnAcross, rowsInStrips } from './strips.js';

const LETTER = /\p{L}/u;
/** How a label ends that has run into a figure which could not be cut off. */
const ENDS_IN_FIGURE = /(?:[\d０-９][件宗个次万元]*|[○〇零无/\\—–-])$/;

/** What is known of a band's body before it is divided into cells. */
export interface Body {
  readonly band: Band;
  readonly columns: readonly Column[];
  readonly bounds: readonly number[];
  readonly labels: readonly Piece[];
  /** Rows of figures, and those of them that cannot be told apart. */
  readonly rows: readonly Row[];
  readonly doubtful: ReadonlySet<Row>;
  /** True where every figure stands under its own head. */
  readonly certain: boolean;
  /** Where the heads end. */
  readonly top: number;
  readonly drawn: DrawnAcross;
}

/**
 * Cells of the labels and figures. What cannot be told to be one figure, or its row's, is no figure.
 * @returns the cells, whether its columns are known, and whether the last row has figures and no label of its own
 */
export function bodyCells(known: Body): { cells: PageCell[]; certain: boolean; bare: boolean } {
  const { band, columns, bounds, labels, rows, doubtful, top, drawn } = known;
  const { box, body } = band;
  const divided =
    drawn.strips.length > 0
      ? rowsInStrips(band, drawn.strips, rows, labels, top)
      : divideBody(band, rows, labels, drawn.stops, top);
  const pieces = body.flatMap((row) => row.pieces).filter((p) => !labels.includes(p));
  const isCut = columns.map((_, c) => {
    const own = pieces.filter(({ box: b }) => isWithin(b, bounds, c));
    return own.some((p) => p.text.endsWith(PICTURE)) && !own.some((p) => p.figure);
  });
  // No figure of the body is left out, however low the heads hang.
  const rests = divided.map(({ y0, y1 }, r) =>
    pieces.filter(
      (p) =>
        (centreY(p.box) >= y0 || (r === 0 && p.figure)) &&
        (centreY(p.box) < y1 || (r === divided.length - 1 && p.figure)),
    ),
  );
  const contents = rests.map((rest) =>
    columns.map((_, c) => rest.filter((p) => isWithin(p.box, bounds, c)).sort((a, b) => a.box.y0 - b.box.y0)),
  );
  const certain = known.certain && !contents.flat().some(holdsMore);
  const cells = divided.flatMap(({ y0, y1, labels: own, row, unsure: unlike }, r) => {
    const unsure = !certain || unlike || (row !== undefined && doubtful.has(row));
    // Only what no other label parts from the figures can have run into one: not （四）无 of 无法提供.
    const glued = own.some((p) => ENDS_IN_FIGURE.test(p.text) && !own.some((q) => q.box.x0 >= p.box.x1));
    const rest = rests[r] as Piece[];
    const figures = columns.map(({ from, to, head }, c): PageCell => {
      const [x0, x1] = [bounds[c] as number, bounds[c + 1] as number];
      const within = contents[r]?.[c] as Piece[];
      const text = within.map((p) => p.text).join('\n');
      // Text of the column beside that reaches in here may be the figures of both, run together; so may a label.
      const shared =
        text === '' && [...rest, ...own].some(({ box: b }) => Math.min(b.x1, to) - Math.max(b.x0, from) > 1);
      // Where the head goes on beyond the page, the figures may stand there; so may they where all that are seen are cut.
      const away = text === '' && (isCut[c] || head.some((p) => p.text.endsWith(GOES_ON)));
      const lines = within.filter((p) => p.figure);
      const two =
        (lines.length > 1 && !isBrokenFigure(lines, columns, c, body)) || within.some((p) => isUneven(p.glyphs));
      return {
        box: { x0, x1, y0, y1 },
        text: unsure || two || shared || away || (glued && text === '') ? `${text}${PICTURE}` : text,
      };
    });
    const label = { x0: box.x0, x1: bounds[0] as number, y0, y1 };
    return labels.length > 0 ? [...labelCells(own, label), ...figures] : figures;
  });
  const last = divided.at(-1);
  return { cells, certain, bare: last?.row !== undefined && !last.labelled };
}

/** True for two figures on one line, which are those of two columns, and for a figure under words, the rest of a head. */
const holdsMore = (cell: readonly Piece[]): boolean =>
  cell.some((p) =>
    cell.some((q) => {
      const beside = isBeside(p.box, q.box);
      return p !== q && q.figure && (p.figure ? beside : !beside && p.box.y0 < q.box.y0 && LETTER.test(p.text));
    }),
  );

/** True for what has its middle in a column. */
const isWithin = (box: Box, bounds: readonly number[], column: number): boolean =>
  centreX(box) >= (bounds[column] as number) && centreX(box) < (bounds[column + 1] as number);
