import { describe, expect, it } from 'vitest';
import type { Document, Grid } from '../src/model.js';
import { read } from '../src/read/index.js';

const bytes = (html: string) => new TextEncoder().encode(html);
const gridsOf = (document: Document) => document.blocks.filter((block): block is Grid => block.kind === 'grid');
const texts = async (html: string) =>
  gridsOf(await read(bytes(html))).map((grid) => grid.rows.map((row) => row.map((cell) => cell.text)));
const paragraphs = async (html: string) =>
  (await read(bytes(html))).blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.text !== '' ? [block.text] : [],
  );

describe('tables as a browser lays them out', () => {
  it('lets a rowspan push the cells below', async () => {
    const [grid] = gridsOf(await read(bytes('<table><tr><td rowspan=2>a<td>b<tr><td>c<td>d</table>')));
    expect(grid?.rows.map((row) => row.map(({ text, column }) => [text, column]))).toEqual([
      [
        ['a', 0],
        ['b', 1],
      ],
      [
        ['c', 1],
        ['d', 2],
      ],
    ]);
  });

  it('ends a rowspan with its group and takes rowspan=0 to the end of it', async () => {
    const [grid] = gridsOf(
      await read(
        bytes(
          '<table><tbody><tr><td rowspan=9>a</td><td>b</td></tr></tbody><tbody><tr><td rowspan=0>c</td><td>d</td></tr><tr><td>e</td></tr></tbody></table>',
        ),
      ),
    );
    expect(grid?.rows.flat().map(({ text, column, rowSpan }) => [text, column, rowSpan])).toEqual([
      ['a', 0, 1],
      ['b', 1, 1],
      ['c', 0, 2],
      ['d', 1, 1],
      ['e', 1, 1],
    ]);
  });

  it.each([
    ['colspan="" rowspan=""', 1, 1],
    ['colspan=" +2x" rowspan="2.9"', 2, 2],
    ['colspan="-2" rowspan="-2"', 1, 1],
  ])('takes a span that is no number as a browser does: %s', async (spans, columnSpan, rowSpan) => {
    const [grid] = gridsOf(await read(bytes(`<table><tr><td ${spans}>a<td>b<tr><td>c<td>d<td>e</table>`)));
    expect(grid?.rows[0]?.[0]).toMatchObject({ columnSpan, rowSpan });
    expect(grid?.rows[1]?.[0]?.column).toBe(rowSpan === 1 ? 0 : columnSpan);
  });

  it('shows the head first and the foot last', async () => {
    expect(
      await texts(
        '<table><tfoot><tr><td>f</td><td>f</td></tr></tfoot><tr><td>b</td><td>b</td></tr><thead><tr><td>h</td><td>h</td></tr></thead></table>',
      ),
    ).toEqual([
      [
        ['h', 'h'],
        ['b', 'b'],
        ['f', 'f'],
      ],
    ]);
  });

  it('reads unclosed rows and cells', async () => {
    expect(await texts('<TABLE><TR><TD>1<TD>2<TR><TD>3<TD>4</TABLE>')).toEqual([
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ]);
  });

  it('takes a table around tables as layout', async () => {
    expect(
      await texts('<table><tr><td>menu</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>'),
    ).toContainEqual([['1', '2']]);
  });

  it('numbers table, row and cell as the page does', async () => {
    const [grid] = gridsOf(
      await read(
        bytes('<table hidden><tr><td>x</td><td>y</td></tr></table><table><tr><td>a</td><td>b</td></tr></table>'),
      ),
    );
    expect(grid?.rows[0]?.[1]?.place).toEqual({ table: 2, row: 1, cell: 2 });
  });
});

describe('text as a browser shows it', () => {
  it('breaks lines at blocks and br, not at spans', async () => {
    expect(
      await texts(
        '<table><tr><td><p>自然</p><p>人</p></td><td>1<span>2</span><font>3</font></td><td>4件<br>5</td></tr></table>',
      ),
    ).toEqual([[['自然\n人', '123', '4件\n5']]]);
  });

  it('keeps the figures of two paragraphs apart, and lets breaks and spans cut one', async () => {
    const rows = await texts(
      '<table><tr><td><p>61</p><p>77</p><td>61<br>077<td><p>61<span>077</span></p><td><p>6</p>件<td>6<br>1</table>',
    );
    expect(rows).toEqual([[['61\n\n77', '61\n077', '61077', '6\n件', '6\n\n1']]]);
  });

  it('does not read what does not show', async () => {
    const html = `<style>.old{display:none} @media print{.page{display:none}}</style><p class="old">a</p><p class="page">b</p>
      <p style="display:none">c</p><p hidden>d</p><!-- e --><script>f</script><template>g</template><p><s>h</s>i</p><noscript>j</noscript>`;
    expect(await paragraphs(html)).toEqual(['b', 'i']);
  });

  // Each line was shown to Chromium: what it painted is on the right.
  it.each([
    ['<style>.o{opacity:0}</style><p class=o>1<b style="opacity:1">2</b></p><p>3</p>', ['3']],
    ['<style>.o{opacity:0}</style><p class=o style="opacity:1">1</p>', ['1']],
    ['<style>.o{opacity:0!important}</style><p class=o style="opacity:1">1</p><p>2</p>', ['2']],
    ['<p style="visibility:hidden">1<b style="visibility:visible">2<i>3</i></b></p>', ['23']],
    ['<p style="font-size:0">1<b style="font-size:14px">2</b><b style="font-size:2em">3</b><i>4</i></p>', ['2']],
    ['<style>.f{font:0/0 a}</style><p class=f>1<b style="font:12px serif">2</b></p>', ['2']],
    ['<style>.f{font-size:0!important}</style><p class=f style="font-size:9pt">1</p><p>2</p>', ['2']],
    ['<style>.d{display:none!important}</style><p class=d style="display:block">1</p><p>2</p>', ['2']],
    ['<style>.d{display:none}</style><p class=d style="display:block">1</p>', ['1']],
    ['<style>.md\\:d{display:none}</style><p class="md:d">1</p><p>2</p>', ['2']],
    [
      '<style>div.a:not(.b, .c) > #d.e{display:none}</style><div class="x a"><p id=d class="e f">1</p></div><p>2</p>',
      ['2'],
    ],
    ['<style>p.a .b, .c{display:none}</style><p class=c>1</p><p class=a>2</p>', ['2']],
    ['<p style="visibility:hidden!important;visibility:visible">1</p><p>2</p>', ['2']],
    ['<style>:is(.o,.p){display:none}</style><p class=o>1</p><p>2</p>', ['2']],
    ['<style>p:only-of-type{display:none}</style><div><p>1</p></div><div><p>2</p><p>3</p></div>', ['2', '3']],
    [
      '<style>div{.o,&.q{display:none}}</style><p class=o>1</p><div>2<p class=o>3</p></div><div class=q>4</div>',
      ['1', '2'],
    ],
    ['<style>p:hover{display:none}</style><p>1</p>', ['1']],
    ['<style>table>tbody>tr>td>b{display:none}</style><table><tr><td><b>1</b>2</td></tr></table>', ['2']],
    ['<body><noscript><style>p{display:none}</style></noscript><p>1</p>', ['1']],
  ])('follows what hides text: %s', async (html, shown) => {
    expect(await paragraphs(html)).toEqual(shown);
  });

  // Shown to Chromium too.
  it.each([
    ['<span style="color:transparent">5</span>'],
    ['<span style="color:rgba(0,0,0,0)">5</span>'],
    ['<span style="position:absolute;left:-9999px">5</span>'],
    ['<span class="sr"><b>5</b></span>'],
    ['<span style="display:inline-block;width:0;overflow:hidden">5</span>'],
    ['<span style="display:inline-block;text-indent:-9999px;overflow:hidden">5</span>'],
    ['<span style="display:inline-block;transform:scale(0)">5</span>'],
    ['<span style="position:absolute;clip-path:inset(50%)">5</span>'],
    ['<span style="filter:opacity(0)">5</span>'],
    ['<span style="font-size:1px">5</span>'],
    ['<div style="height:0;overflow:hidden">5</div>'],
    ['<input type="hidden" value="5"><button>打印</button>'],
  ])('keeps out of a figure what nobody sees: %s', async (hidden) => {
    const css = '<style>.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}</style>';
    expect(await texts(`${css}<table><tr><td>a<td>${hidden}12</table>`)).toEqual([[['a', '12']]]);
  });

  it.each([
    ['<span style="width:0;overflow:hidden">12</span>'],
    ['<span style="left:-9999px">12</span>'],
    ['<div style="height:0;overflow:hidden;transition:height 1s">12</div>'],
    ['<span style="color:transparent"><b style="color:#333">12</b></span>'],
    ['<i style="color:#fff;background:#06c">12</i>'],
    ['<input type="tel" value="12">'],
  ])('keeps in a figure what is seen: %s', async (shown) => {
    expect(await texts(`<table><tr><td>a<td>${shown}</table>`)).toEqual([[['a', '12']]]);
  });

  it('takes a raised number for a mark however it is raised', async () => {
    const css = '<style>.n{vertical-align:super}</style>';
    expect(await texts(`${css}<table><tr><td>a<td>12<i class=n>1</i></table>`)).toEqual([[['a', '12¹']]]);
  });

  it.each([
    ['<b class=n></b>'],
    ['<b class=m data-n=12></b>'],
    ['<script>document.write(12)</script>'],
    ['<span id=n7></span>'],
    ['<span id=total></span>'],
    ['<meter value=12></meter>'],
    ['<iframe src="12.html"></iframe>'],
    ['<i style="background:url(12.png)"></i>'],
    ['<input type=image src="12.png">'],
  ])('never takes for blank what is shown without text: %s', async (cell) => {
    const css = '<style>.n::before{content:"12"} .m:after{content:attr(data-n)}</style>';
    const script = '<script>$("#n" + i).text(a[i]); $("#total").html(12)</script>';
    expect(await texts(`${css}<table><tr><td>a<td>${cell}<td></table>${script}`)).toEqual([[['a', '\uFFFC', '']]]);
  });

  it('does not join white text, on nothing dark, to a figure', async () => {
    const [[row = []] = []] = await texts('<table><tr><td>a<td><font color=white>5</font>12<td>7</table>');
    expect(row[1]).toContain('\uFFFC');
    expect(row[2]).toBe('7');
  });

  it('leaves a cell of which nothing shows in its place', async () => {
    const row = '<tr><td>a<td style="visibility:hidden">1<td style="font-size:0">2<span style="font-size:9pt">3</span>';
    expect(await texts(`<table>${row}<td>4</table>`)).toEqual([[['a', '', '3', '4']]]);
  });

  it('keeps a footnote mark apart from its figure', async () => {
    expect(await texts('<table><tr><td>x</td><td>12<sup>1</sup></td></tr></table>')).toEqual([[['x', '12¹']]]);
  });

  it.each([
    ['12<sup>１</sup>', '12¹'],
    ['<button>１２</button>', '１２'],
    ['<b style="color:#fff">１２</b>', '１２\uFFFC'],
    ['<style>b:before{content:"１２"}</style><b></b>', '\uFFFC'],
    ['１<br>２', '１\n\n２'],
  ])('treats full-width digits as digits: %s', async (cell, shown) => {
    expect(await texts(`<table><tr><td>x</td><td>${cell}</td></tr></table>`)).toEqual([[['x', shown]]]);
  });

  it('never takes a cell for blank that a style sheet fills where it is empty', async () => {
    const html = '<style>td:empty::after{content:"0"}</style><table><tr><td>a</td><td></td></tr></table>';
    expect(await texts(html)).toEqual([[['a', '\uFFFC']]]);
  });

  it('never takes a picture for a blank cell', async () => {
    expect(await texts('<table><tr><td>x</td><td><img src="5.png"></td></tr></table>')).toEqual([[['x', '\uFFFC']]]);
  });

  it('reads style sheet tables made of other elements', async () => {
    const css = '<style>.t{display:table}.r{display:table-row}.c{display:table-cell}</style>';
    expect(
      await texts(`${css}<div class=t><div class=r><span class=c>a</span><span class=c>b</span></div></div>`),
    ).toEqual([[['a', 'b']]]);
  });

  it('marks text that styles show from right to left, digits too', async () => {
    const cells = [
      '<td><bdo dir=rtl>12</bdo>',
      '<td style="unicode-bidi: bidi-override; direction: rtl">34',
      '<td dir=rtl><span class=over>56</span>',
      '<td dir=rtl>78',
      '<td><bdo dir=ltr>90</bdo>',
    ];
    expect(
      await texts(`<style>.over{unicode-bidi:isolate-override}</style><table><tr>${cells.join('')}</table>`),
    ).toEqual([[['\u202E12', '\u202E34', '\u202E56', '78', '90']]]);
  });

  it('puts in order what styles show in another order', async () => {
    const turned = '<div style="display:flex;flex-flow:row-reverse wrap"><i>1</i><i>2</i></div>';
    const moved = '<div style="display:flex"><i style="order:1">3</i><i>4</i></div>';
    const plain = '<div style="flex-direction:row-reverse"><i>5</i><i>6</i></div>';
    expect(await texts(`<table><tr><td>${turned}<td>${moved}<td>${plain}</table>`)).toEqual([[['21', '43', '56']]]);
    expect(await paragraphs(turned)).toEqual(['2', '1']);
  });
});

describe('bytes to text', () => {
  const gbk = Uint8Array.from([0xb9, 0xe6, 0xd5, 0xc2]); // 规章
  const page = (declared: string, body: Uint8Array) => {
    const head = bytes(`<html><meta charset="${declared}"><p>`);
    return Uint8Array.from([...head, ...body, ...bytes('</p>')]);
  };
  const textOf = async (file: Uint8Array) =>
    (await read(file)).blocks.flatMap((b) => (b.kind === 'paragraph' ? [b.text] : []));

  it.each(['gb2312', 'gbk', 'utf-8', 'iso-8859-1x'])('reads GBK bytes declared %s', async (declared) => {
    expect(await textOf(page(declared, gbk))).toContain('规章');
  });

  it('reads UTF-8 bytes declared gb2312', async () => {
    expect(await textOf(page('gb2312', bytes('规章')))).toContain('规章');
  });

  it('reads UTF-16 by its mark', async () => {
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...'<p>规章</p>'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    expect(await textOf(utf16)).toContain('规章');
  });

  it.each([
    ['empty', new Uint8Array()],
    ['empty', bytes(' \n ')],
    ['unsupported', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)],
    ['damaged', bytes('%PDF-1.7')],
    ['damaged', bytes('PK\u0003\u0004')],
    ['binary', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)],
  ])('says that a file is %s', async (reason, file) => {
    await expect(read(file)).rejects.toMatchObject({ reason });
  });
});
