import { describe, expect, it } from 'vitest';
import { readPdf } from '../src/read/pdf/index.js';
import { printed, table } from './support/printed.js';

const TABLE = table([20, 100], [90, 60], [['行政许可', '']]);
/** Where the figure of the table belongs. */
const RECT = '/Type/Annot/Rect[112 282 152 296]';
const figure = async (annotation: string) => {
  const { blocks } = await readPdf(printed([{ marks: TABLE, annotations: [`<<${RECT}${annotation}>>`] }]));
  return blocks.map((b) => (b.kind === 'grid' ? b.rows.map((row) => row.map((c) => c.text)) : b.text))[0]?.[0]?.[1];
};

describe('a figure that stands on the page and is no part of it', () => {
  it('is read where a form field shows it', async () => {
    expect(await figure('/Subtype/Widget/FT/Tx/T(a)/V(12) APPEARANCE')).toBe('12');
  });
  it('is read where a remark or a stamp shows it', async () => {
    expect(await figure('/Subtype/FreeText/Contents(12) APPEARANCE')).toBe('12');
    expect(await figure('/Subtype/Stamp APPEARANCE')).toBe('12');
  });
  it('is no blank where the file leaves it to the viewer to show it', async () => {
    expect(await figure('/Subtype/Widget/FT/Tx/T(a)/V(12)')).toBe('￼');
    expect(await figure('/Subtype/FreeText/Contents(12)')).toBe('￼');
  });
  it('is no blank where it is the caption of a button, which nobody can read', async () => {
    expect(await figure('/Subtype/Widget/FT/Btn/Ff 65536/T(a)/MK<</CA(12)>>')).toBe('￼');
    expect(await figure('/Subtype/Widget/FT/Btn/Ff 65536/T(a)/MK<</CA(12)>>APPEARANCE')).toBe('12');
    expect(await figure('/Subtype/Widget/FT/Btn/Ff 65536/T(a)/MK<</CA(12)>>/F 2')).toBe('');
  });
  it('is not there where it is hidden, or where nobody typed one', async () => {
    expect(await figure('/Subtype/Widget/FT/Tx/T(a)/V(12)/F 2 APPEARANCE')).toBe('');
    expect(await figure('/Subtype/Widget/FT/Tx/T(a)/V(12)/F 2')).toBe('');
    expect(await figure('/Subtype/Widget/FT/Tx/T(a)/V()')).toBe('');
  });
  it('is none where a remark is no text on the page', async () => {
    expect(await figure('/Subtype/Text/Contents(12)')).toBe('');
    expect(await figure('/Subtype/Highlight/Contents(12)')).toBe('');
  });
});
