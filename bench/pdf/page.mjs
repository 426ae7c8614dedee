/**
 * Makes a report of invented figures as a web page, in many styles, so that browsers and office programs can print it.
 * `page(style, seed)` → { html, cells }: the page and every figure that it prints, by cell id ('' for a blank one).
 */
import { FORMS, TABLE_IDS } from '../../dist/index.js';
import { randomFrom } from '../tables.mjs';

/**
 * Figures for a form, every kind of width, all sums kept; a share of the zeros is left blank.
 * @returns text by cell id
 */
function figures(edition, seed, blanks) {
  const next = randomFrom(seed);
  const cells = {};
  for (const table of TABLE_IDS) {
    const form = FORMS[edition].tables[table];
    for (const { columns, rows } of form.blocks) {
      const value = {};
      const at = (row, column) => value[`${row}.${column}`] ?? 0;
      for (const column of columns)
        for (const row of rows) {
          const size = next();
          const drawn = size < 0.5 ? 0 : Math.floor(10 ** (1 + next() * (size > 0.96 ? 4 : 1.5)) * next());
          if (row.sumOf.length + column.sumOf.length === 0)
            value[`${row.id}.${column.id}`] = column.measure.kind === 'amount' ? drawn / 100 : drawn;
        }
      const add = () => {
        for (const row of rows)
          for (const column of columns)
            if (row.sumOf.length > 0)
              value[`${row.id}.${column.id}`] = row.sumOf.reduce((sum, id) => sum + at(id, column.id), 0);
            else if (column.sumOf.length > 0)
              value[`${row.id}.${column.id}`] = column.sumOf.reduce((sum, id) => sum + at(row.id, id), 0);
      };
      add();
      if (table === 'requests') {
        for (const { id } of columns) {
          value[`carried_in.${id}`] = Math.min(at('carried_in', id), at('total', id));
          value[`carried_out.${id}`] = at('carried_out', id);
          value[`new.${id}`] = at('total', id) + at('carried_out', id) - at('carried_in', id);
        }
        add();
        for (const row of ['new', 'carried_in', 'carried_out'])
          value[`${row}.total`] = columns.slice(0, -1).reduce((sum, { id }) => sum + at(row, id), 0);
      }
      for (const row of rows)
        for (const column of columns) {
          const v = at(row.id, column.id);
          cells[`${table}.${row.id}.${column.id}`] =
            v === 0 && next() < blanks ? '' : column.measure.kind === 'amount' ? v.toFixed(2) : `${v}`;
        }
    }
  }
  return cells;
}

const td = (text, { c = 1, r = 1, cls = '' } = {}) =>
  `<td${c > 1 ? ` colspan="${c}"` : ''}${r > 1 ? ` rowspan="${r}"` : ''}${cls ? ` class="${cls}"` : ''}>${text}</td>`;
const tr = (...cells) => `<tr>${cells.join('')}</tr>`;

function proactive(form, cells) {
  const { blocks } = form.tables.proactive;
  const width = 12;
  return blocks
    .map((b) => {
      const span = width / b.columns.length;
      return [
        tr(td(b.title, { c: width + 1, cls: 'band' })),
        tr(td('信息内容'), ...b.columns.map((col) => td(col.label, { c: span }))),
        ...b.rows.map((row) =>
          tr(
            td(row.label, { cls: 'l' }),
            ...b.columns.map((col) => td(cells[`proactive.${row.id}.${col.id}`], { c: span, cls: 'n' })),
          ),
        ),
      ].join('');
    })
    .join('');
}

function requests(form, cells, style) {
  const { rows, columns } = form.tables.requests.blocks[0];
  const n = (row) => columns.map((col) => td(cells[`requests.${row.id}.${col.id}`], { cls: 'n' })).join('');
  const head =
    tr(
      td('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', { c: 3, r: 3 }),
      td('申请人情况', { c: 7 }),
    ) +
    tr(td('自然人', { r: 2 }), td('法人或其他组织', { c: 5 }), td('总计', { r: 2 })) +
    tr(...['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((t) => td(t)));
  const inGroup = rows.filter((row) => row.path.length > 0);
  let body = '';
  rows.forEach((row, i) => {
    if (row.path.length === 0) {
      body += tr(td(row.label, { c: 3, cls: 'l' }), n(row));
      return;
    }
    const lead =
      row === inGroup[0]
        ? td(style.stacked ? [...'三、本年度办理结果'].join('<br>') : '<div class="v">三、本年度办理结果</div>', {
            r: inGroup.length,
            cls: 'g',
          })
        : '';
    const group = row.path[1];
    if (group === undefined) body += tr(lead, td(row.label, { c: 2, cls: 'l' }), n(row));
    else {
      const members = rows.filter((r) => r.path[1] === group);
      body += tr(
        lead,
        rows[i - 1].path[1] === group ? '' : td(group, { r: members.length, cls: 'g' }),
        td(row.label, { cls: 'l' }),
        n(row),
      );
    }
  });
  return style.repeatHead ? `<thead>${head}</thead><tbody>${body}</tbody>` : head + body;
}

function disputes(form, cells) {
  const { rows, columns } = form.tables.disputes.blocks[0];
  return (
    tr(td('行政复议', { c: 5 }), td('行政诉讼', { c: 10 })) +
    tr(...columns.map((c) => td(c.label, { r: 2 })), td('未经复议直接起诉', { c: 5 }), td('复议后起诉', { c: 5 })) +
    tr(...[1, 2].flatMap(() => columns.map((c) => td(c.label)))) +
    tr(...rows.flatMap((row) => columns.map((c) => td(cells[`disputes.${row.id}.${c.id}`], { cls: 'n' }))))
  );
}

const CSS = {
  base: `@page{size:A4;margin:20mm 16mm}body{font:12px/1.5 "Noto Sans CJK SC",sans-serif}h1{font-size:20px;text-align:center}
    table{border-collapse:collapse;width:100%;margin:8px 0;font-size:11px}td{padding:3px 4px;text-align:center}td.l{text-align:left}
    tr{break-inside:avoid}.v{writing-mode:vertical-rl;margin:auto}`,
  full: 'td{border:1px solid #000}',
};

/** What the styles differ in; `css` is put after the base. */
const STYLES = {
  full: { css: CSS.full },
  dashed: { css: 'td{border:1px dashed #333}' },
  dotted: { css: 'td{border:1.5px dotted #333}' },
  double: { css: 'td{border:3px double #000}' },
  separate: { css: 'table{border-collapse:separate;border-spacing:2px}td{border:1px solid #000}' },
  thick: { css: 'table{border:3px solid #000}td{border:0.5px solid #999}' },
  horizontal: { css: 'td{border-bottom:1px solid #000}table{border-top:2px solid #000}' },
  horizontalInBox: { css: 'td{border-bottom:1px solid #000}table{border:2px solid #000}' },
  vertical: { css: 'td{border-left:1px solid #000;border-right:1px solid #000}' },
  openSides: { css: 'td{border:1px solid #000}td:first-child{border-left:none}tr td:last-child{border-right:none}' },
  zebra: { css: 'tr:nth-child(even) td{background:#e8eef5}' },
  zebraCells: { css: 'td{background:#eef;border:2px solid #fff}' },
  none: { css: '' },
  noneRight: { css: 'td.n{text-align:right;padding-right:14px}' },
  noneTight: { css: 'td{padding:1px 3px}table{font-size:10px}' },
  noneBlanks: { css: '', blanks: 0.7 },
  blanks: { css: CSS.full, blanks: 0.8 },
  stacked: { css: CSS.full, stacked: true },
  blanksStacked: { css: CSS.full, stacked: true, blanks: 0.8 },
  breakInside: { css: `${CSS.full}tr{break-inside:auto}td{padding:9px 4px}body{font-size:15px}table{font-size:14px}` },
  repeatHead: { css: CSS.full, repeatHead: true },
  landscape: { css: `${CSS.full}@page{size:A4 landscape}` },
  watermark: {
    css: `${CSS.full}.w{position:fixed;top:40%;left:10%;font-size:64px;color:rgba(0,0,0,.15);transform:rotate(-30deg)}`,
    extra: '<div class="w">政府信息公开 2023</div>',
  },
  watermarkFlat: {
    css: `${CSS.full}.w{position:fixed;top:45%;left:5%;font-size:60px;color:#ddd}`,
    extra: '<div class="w">内部资料 123</div>',
  },
  rightAligned: { css: `${CSS.full}td.n{text-align:right;padding:1px}` },
  narrow: { css: `${CSS.full}td.l{width:40px}td.g{width:20px}table{font-size:10px}` },
  spaced: { css: `${CSS.full}td.n{letter-spacing:1.5px}` },
  justified: {
    css: `${CSS.full}td{text-align:justify;text-align-last:justify}td.n{text-align:center;text-align-last:center}`,
  },
  turned: { css: `${CSS.full}`, turned: true },
  small: { css: `${CSS.full}table{font-size:7px}td{padding:1px}` },
  fake: { css: `${CSS.full}td.n{text-shadow:.3px 0 0 #000}` },
  top: { css: `${CSS.full}td{vertical-align:top}td.l{width:60px}` },
  noneTop: { css: 'td{vertical-align:top}td.l{width:120px}' },
  noneMiddle: { css: 'td.l{width:90px}' },
  year2019: { css: CSS.full, edition: '2019' },
  none2019: { css: '', edition: '2019' },
};

export function page(name, seed = 7) {
  const style = STYLES[name];
  const edition = style.edition ?? '2021';
  const form = FORMS[edition];
  const cells = figures(edition, seed, style.blanks ?? 0);
  const year = edition === '2019' ? 2020 : 2023;
  // Office programs look at the attribute, browsers at the style sheet.
  const table = (rows) => `<table${style.css.startsWith(CSS.full) ? ' border="1"' : ''}>${rows}</table>`;
  const html = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title> </title><style>${CSS.base}${style.css}</style><body>${style.extra ?? ''}
<h1>青禾县人民政府${year}年政府信息公开工作年度报告</h1>
<p>依照《中华人民共和国政府信息公开条例》编制本报告。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止，数字均为虚构，用于检验读取。</p>
<h3>一、总体情况</h3><p>本年度按照上级部署推进各项公开工作，主动公开政府信息若干条，办理依申请公开事项若干件，依法答复。</p>
<h3>二、主动公开政府信息情况</h3>${table(proactive(form, cells))}
<h3>三、收到和处理政府信息公开申请情况</h3>${table(requests(form, cells, style))}
<h3>四、政府信息公开行政复议、行政诉讼情况</h3>${table(disputes(form, cells))}
<h3>五、存在的主要问题及改进情况</h3><p>公开内容的深度有待加强，下一步将继续改进。</p>
<h3>六、其他需要报告的事项</h3><p>无。</p></body></html>`;
  return {
    html,
    cells,
    edition,
    year,
    organ: '青禾县人民政府',
    title: `青禾县人民政府${year}年政府信息公开工作年度报告`,
  };
}
