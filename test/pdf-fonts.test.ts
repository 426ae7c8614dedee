import { describe, expect, it } from 'vitest';
import { resources } from '../src/read/pdf/engine.js';
import { readPdf } from '../src/read/pdf/index.js';
import { dropOutlines } from '../src/read/pdf/outlines.js';
import { StandardFonts } from '../src/read/pdf/own-files.js';
import { printed } from './support/printed.js';

/** A TrueType font of these tables, each of 32 bytes, by the layout of OpenType's table directory. */
function fontOf(tags: readonly string[], glyphs: number): { bytes: Uint8Array; glyphsOf: () => number } {
  const start = 12 + 16 * tags.length;
  const bytes = new Uint8Array(start + 32 * tags.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tags.length);
  tags.forEach((tag, i) => {
    bytes.set(new TextEncoder().encode(tag), 12 + 16 * i);
    view.setUint32(12 + 16 * i + 8, start + 32 * i);
    view.setUint32(12 + 16 * i + 12, 32);
  });
  const at = start + 32 * tags.indexOf('maxp') + 4;
  view.setUint16(at, glyphs);
  return { bytes, glyphsOf: () => view.getUint16(at) };
}

describe('embedded fonts', () => {
  it('say that they have one glyph, so that pdf.js checks no outlines that nobody draws', () => {
    const { bytes, glyphsOf } = fontOf(['cmap', 'glyf', 'loca', 'maxp'], 28_000);
    dropOutlines(bytes);
    expect(glyphsOf()).toBe(1);
  });
  it('are left as they are without outlines in TrueType, and so is what is no font, or the start of one', () => {
    const { bytes, glyphsOf } = fontOf(['CFF ', 'maxp'], 300);
    dropOutlines(bytes);
    expect(glyphsOf()).toBe(300);
    const whole = fontOf(['cmap', 'glyf', 'loca', 'maxp'], 300).bytes;
    for (const stream of [new TextEncoder().encode('BT /F1 9 Tf (12) Tj ET'), whole.slice(0, 60), whole.slice(0, 3)]) {
      const before = Uint8Array.from(stream);
      dropOutlines(stream);
      expect(stream).toEqual(before);
    }
  });
});

it('lends each document a standard font of its own: pdf.js repairs it in place', async () => {
  const { standardFontDataUrl } = await resources();
  const fonts = new StandardFonts({ baseUrl: standardFontDataUrl });
  const first = await fonts.fetch({ filename: 'LiberationSans-Regular.ttf' });
  const before = Uint8Array.from(first);
  first.fill(0);
  expect(await fonts.fetch({ filename: 'LiberationSans-Regular.ttf' })).toEqual(before);
});

it('takes ideographs for as wide as they stand apart, where their font says that they are narrower', async () => {
  const words = '[<6570> -500 <636e> -500 <5982> -500 <4e0b>] TJ 80 0 Td <00310032> Tj';
  const page = (width: number) =>
    new TextDecoder()
      .decode(printed([{ marks: [`BT /F 10 Tf 20 300 Td ${words} ET`] }]))
      .replace('/W[1 95 500 814 939 500]', `/DW ${width} /W[1 95 500]`);
  for (const width of [500, 0]) {
    const { blocks } = await readPdf(new TextEncoder().encode(page(width).replaceAll('-500', `${width - 1000}`)));
    expect(blocks.map((b) => (b.kind === 'paragraph' ? b.text : ''))).toEqual(['数据如下 12']);
  }
});
