import { readFile } from 'node:fs/promises';
import { dropOutlines } from './outlines.js';

/** By path; the same few are asked for by one report after the other, and all of them have 2 MB. */
const kept = new Map<string, Uint8Array>();

async function file(path: string): Promise<Uint8Array> {
  const known = kept.get(path);
  if (known !== undefined) return known;
  const bytes = new Uint8Array(await readFile(path));
  dropOutlines(bytes);
  kept.set(path, bytes);
  return bytes;
}

/** Files that pdf.js brings along, as it asks for them: those of its own classes are read anew for every document. */
abstract class OwnFiles {
  private readonly folder: string;

  constructor({ baseUrl }: { readonly baseUrl: string }) {
    this.folder = baseUrl;
  }

  /** @returns a copy: what pdf.js repairs in a font it repairs in place */
  protected async bytes(name: string): Promise<Uint8Array> {
    return Uint8Array.from(await file(`${this.folder}${name}`));
  }
}

/** What the codes of fonts that are not embedded, such as those of GBK-EUC-H, stand for. */
export class CharacterMaps extends OwnFiles {
  async fetch({ name }: { readonly name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    return { cMapData: await this.bytes(`${name}.bcmap`), isCompressed: true };
  }
}

/** Helvetica, Times, Courier, which a PDF need not embed. */
export class StandardFonts extends OwnFiles {
  fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    return this.bytes(filename);
  }
}
