/** Makes a PDF of as many pages of narrative and a table of the form on the last, in a font that is not embedded. */
const LINES = 38;
const NARRATIVE = '全县各级行政机关坚持以公开为常态，不断完善政府信息公开工作机制，依法办理公众申请。';
const TABLE = [
  ['信息内容', '本年处理决定数量'],
  ['行政处罚', '12'],
  ['行政强制', '3'],
];

const hex = (text) => [...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');
const at = (x, y, text) => `BT /F 11 Tf ${x} ${y} Td <${hex(text)}> Tj ET`;

export function longPdf(pages) {
  const narrative = Array.from({ length: LINES }, (_, i) => at(60, 780 - i * 18, NARRATIVE)).join('\n');
  const table = [
    ...TABLE.flatMap((row, r) => row.map((text, c) => at(70 + c * 150, 766 - r * 20, text))),
    ...[0, 1, 2, 3].map((r) => `60 ${780 - r * 20} m 360 ${780 - r * 20} l S`),
    ...[0, 1, 2].map((c) => `${60 + c * 150} 720 m ${60 + c * 150} 780 l S`),
  ].join('\n');
  const stream = (content) => `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
  const kids = Array.from({ length: pages }, (_, i) => `${2 * i + 6} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids}]/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>>',
    ...Array.from({ length: pages }, (_, i) => [
      `<</Type/Page/Parent 2 0 R/Contents ${2 * i + 7} 0 R>>`,
      stream(i === pages - 1 ? table : narrative),
    ]).flat(),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const references = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${file}${references}trailer <</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}
