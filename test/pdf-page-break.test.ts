import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { printed, table, text } from './support/printed.js';

const [X, WIDTHS] = [40, [100, 100, 100, 100]];
const RIGHT = X + 400;
const across = (y: number) => `${X} ${400 - y} m ${RIGHT} ${400 - y} l S`;
/** Words or a figure that end at a place; a figure is half as wide as a word is. */
const ending = (x: number, y: number, figure: string) => text(x - 5 * figure.length, y + 14, figure);

/** 第（一）项 with all its lines, and below it rows between lines across only. */
const first = (y: number) => [
  text(60, y - 10, '二、主动公开政府信息情况', 14),
  ...table([X, y], WIDTHS, [
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '1', '2', '3'],
    ['行政规范性文件', '4', '5', '6'],
  ]),
];
const title = (y: number, item: string) => [across(y), text(RIGHT / 2 - 30, y + 14, item), across(y + 20)];
const heads = (y: number) => [across(y), text(X + 30, y + 14, '信息内容'), text(X + 210, y + 14, '本年处理决定数量')];
const row = (y: number, label: string, figure: string) => [
  across(y),
  text(X + 2, y + 14, label),
  ending(RIGHT - 2, y, figure),
];
/** 第（六）项 below it. */
const sixth = (penalties: string, coercion: string) => [
  ...title(160, '第二十条第（六）项'),
  ...heads(180),
  ...row(200, '行政处罚', penalties),
  ...row(220, '行政强制', coercion),
];

async function cellsOf(...pages: readonly (readonly string[])[]) {
  const [report] = (await extract(printed(pages.map((marks) => ({ width: 480, marks }))))).reports;
  const cells = report?.tables.proactive.cells ?? {};
  return (id: string) => {
    const cell = cells[`proactive.${id}`];
    return cell?.state === 'read' ? cell.value : cell?.state;
  };
}

describe('where a page break takes lines of a table', () => {
  it('reads the last rows between lines across, also the one that none closes', async () => {
    const of = await cellsOf([...first(100), ...sixth('17', '8')]);
    expect([of('normative_documents.in_force'), of('penalties.decisions'), of('coercion.decisions')]).toEqual([
      6, 17, 8,
    ]);
  });
  it('neither takes a row that none closes for blank nor chooses between heads under which a figure stands', async () => {
    const of = await cellsOf([...first(100), ...sixth('17', '')]);
    expect(of('penalties.decisions')).toBe(17);
    expect(of('coercion.decisions')).not.toBe('blank');
    const between = await cellsOf([
      ...first(100),
      ...sixth('', '8'),
      text(X + 150, 194, '上一年项目'),
      text(X + 195, 214, '1700'),
    ]);
    expect(between('penalties.decisions')).toBe('unreadable');
  });
  it('puts heads that end the page over the rows on the next', async () => {
    const of = await cellsOf(
      [...first(100), ...title(160, '第二十条第（六）项'), ...heads(180)],
      table(
        [X, 40],
        [100, 300],
        [
          ['行政处罚', '17'],
          ['行政强制', '8'],
        ],
      ),
    );
    expect([of('penalties.decisions'), of('coercion.decisions')]).toEqual([17, 8]);
  });
});
