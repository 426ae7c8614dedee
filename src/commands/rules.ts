import {
  ALL_RULES,
  cellsOf,
  type ExampleForm,
  exampleReport,
  FORMS,
  type Language,
  type Raised,
  type Rule,
  SET_RULES,
  type SetRule,
  TABLE_IDS,
} from '../index.js';
import { CERTIFIED } from '../render/certificate.js';
import { type Io, STATUS } from './io.js';
import { knownRule } from './settings.js';

/** `nianbao rules`: every rule with its usual severity and what it finds. */
export function rulesCommand(lang: Language, io: Io): number {
  const rules = [...ALL_RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, severity, about } of rules)
    io.stdout.write(`${id.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${about[lang]}\n`);
  return STATUS.ok;
}

const WORDS = {
  en: {
    colon: ': ',
    basis: 'Basis',
    about: 'Finds',
    falsePositives: 'Known false positives',
    examples: 'Examples (a form with 0 in every other cell)',
    says: 'Says, for example',
    silent: 'no finding',
    none: 'none known',
    printed: { blank: '(blank)', absent: '(not printed)' },
    set: (id: string) => `Set it: --rule ${id}=off|note|warning|error, or "rules" in nianbao.config.json`,
  },
  zh: {
    colon: '：',
    basis: '依据',
    about: '检查',
    falsePositives: '已知误报',
    examples: '示例（其余单元格均为 0 的表格）',
    says: '例如',
    silent: '无问题',
    none: '未见',
    printed: { blank: '（空白）', absent: '（未印）' },
    set: (id: string) => `设置：--rule ${id}=off|note|warning|error，或写入 nianbao.config.json 的 "rules"`,
  },
} as const;

/** `nianbao explain RULE`: what the rule rests on, when it speaks and when it may be wrong; also what certified means. */
export function explainCommand(id: string, lang: Language, io: Io): number {
  if (id === 'certified') {
    io.stdout.write(CERTIFIED[lang]);
    return STATUS.ok;
  }
  const rule = knownRule(id, 'explain');
  const words = WORDS[lang];
  const titled = (title: string, said = '') => `${title}${words.colon}${said}`.trimEnd();
  const lines = [
    `${rule.id} · ${rule.severity}`,
    '',
    titled(words.about, rule.about[lang]),
    titled(words.basis, rule.basis),
    titled(words.falsePositives, rule.falsePositives?.[lang] ?? words.none),
  ];
  if ('examples' in rule) lines.push('', titled(words.examples), ...examplesOf(rule, lang));
  else lines.push('', titled(words.says), ...rule.says.map((args) => `    → ${rule.message[lang](args)}`));
  lines.push('', words.set(rule.id));
  io.stdout.write(`${lines.join('\n')}\n`);
  return STATUS.ok;
}

/** Each example of a rule, over one report or several, and what the rule says of it. */
function examplesOf(rule: Rule | SetRule, lang: Language): string[] {
  const shown = (reports: readonly ExampleForm[], raised: Iterable<Raised>) => {
    const messages = [...raised].map(({ args }) => rule.message[lang](args));
    const said = messages.length > 0 ? messages : [WORDS[lang].silent];
    return [...reports.map((example) => `  ${settings(example, lang)}`), ...said.map((message) => `    → ${message}`)];
  };
  return isSetRule(rule)
    ? rule.examples.flatMap(({ reports }) => shown(reports, rule.check(reports.map(exampleReport))))
    : rule.examples.flatMap((example) => shown([example], rule.check(exampleReport(example))));
}

const isSetRule = (rule: Rule | SetRule): rule is SetRule => SET_RULES.some(({ id }) => id === rule.id);

/** `2021: （一）予以公开 · 科研机构 = 2; …`, what an example says, its cells as the form labels them. */
function settings({ edition, cells, narrative, headings, report }: ExampleForm, lang: Language): string {
  const words = WORDS[lang].printed;
  const labels = new Map(
    TABLE_IDS.flatMap((id) => cellsOf(FORMS[edition].tables[id])).map((cell) => [cell.id, cell.label]),
  );
  const list = Object.entries(cells).map(
    ([id, printed]) => `${labels.get(id) ?? id} = ${printed === null ? words.absent : printed || words.blank}`,
  );
  const rest = [...Object.values(report ?? {}), ...(headings ?? []), narrative && `“${narrative}”`];
  return `${edition}: ${[...list, ...rest].filter(Boolean).join('; ') || '0'}`;
}
