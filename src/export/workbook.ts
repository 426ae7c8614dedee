import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Column, Value } from './columns.js';
import { OutputTooLarge } from './format.js';
import { FIRST_PARTS, lastParts, MOST_ROWS, rowXml, type SheetName, sheetEnd, sheetStart } from './spreadsheet.js';

/** Text is compressed by pieces of this many characters. */
const PIECE = 1 << 16;
/** Bytes of a ZIP archive without the extension that not every program reads (APPNOTE.TXT 4.3.14, ZIP64). */
const MOST_BYTES = 0xffff_ffff;
/** The same workbook gives the same bytes at any time. */
const MTIME = new Date(1980, 0, 1);

/**
 * A workbook that is written while its sheets grow. A ZIP archive holds one file after the other: one sheet at a time
 * goes straight out, and what the others hold waits, compressed.
 */
export class Workbook {
  readonly #names: SheetName[][] = [];
  readonly #held: (() => void)[] = [];
  #out: Uint8Array[] = [];
  #count = 0;
  #size = 0;
  readonly #zip = new Zip((error, data) => {
    if (error) throw error;
    this.#size += data.length;
    if (this.#size > MOST_BYTES)
      throw new OutputTooLarge('a workbook of over 4 GB cannot be opened; write .parquet or .csv, or fewer reports');
    this.#out.push(data);
  });

  constructor() {
    this.#parts(FIRST_PARTS);
  }

  /**
   * Adds a sheet after those there are; its rows go on in `name 2`, `name 3` where Excel's end.
   * @param direct write its rows straight out: for one sheet, the largest
   */
  sheet(name: string, columns: readonly Column[], heads: readonly (readonly string[])[], direct: boolean): Sheet {
    const names: SheetName[] = [];
    this.#names.push(names);
    return new Sheet(columns, heads, () => {
      const part = ++this.#count;
      names.push({ name: names.length === 0 ? name : `${name} ${names.length + 1}`, part });
      return this.#file(`xl/worksheets/sheet${part}.xml`, direct);
    });
  }

  #file(path: string, direct: boolean): ZipDeflate {
    const file = new ZipDeflate(path);
    file.mtime = MTIME;
    if (direct) this.#zip.add(file);
    else {
      const pieces: Parameters<ZipDeflate['ondata']>[] = [];
      file.ondata = (...piece) => void pieces.push(piece);
      this.#held.push(() => {
        this.#zip.add(file);
        for (const piece of pieces) file.ondata(...piece);
      });
    }
    return file;
  }

  /** Ends the archive; all sheets must have ended. */
  end(): void {
    for (const write of this.#held) write();
    this.#parts(lastParts(this.#names.flat()));
    this.#zip.end();
  }

  #parts(parts: Readonly<Record<string, string>>): void {
    for (const [path, xml] of Object.entries(parts)) this.#file(path, true).push(strToU8(xml), true);
  }

  /** The bytes that are ready. */
  *taken(): Iterable<Uint8Array> {
    const out = this.#out;
    this.#out = [];
    yield* out;
  }
}

/** A sheet that grows by rows. */
export class Sheet {
  #text = '';
  #rows = 0;
  #file: ZipDeflate;

  constructor(
    readonly columns: readonly Column[],
    readonly heads: readonly (readonly string[])[],
    readonly next: () => ZipDeflate,
  ) {
    this.#file = this.#begun();
  }

  #begun(): ZipDeflate {
    this.#text = sheetStart(this.columns, this.heads);
    this.#rows = this.heads.length;
    return this.next();
  }

  add(values: readonly Value[]): void {
    if (this.#rows === MOST_ROWS) {
      this.end();
      this.#file = this.#begun();
    }
    this.#text += rowXml(++this.#rows, values);
    if (this.#text.length > PIECE) this.#push(false);
  }

  end(): void {
    this.#text += sheetEnd(this.columns, this.heads.length, this.#rows);
    this.#push(true);
  }

  #push(last: boolean): void {
    this.#file.push(strToU8(this.#text), last);
    this.#text = '';
  }
}
