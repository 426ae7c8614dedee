import { REQUEST_TOPICS } from './request-topics.js';
import { type Scope, scopeAt } from './scope.js';
import { DISPUTE_TOPICS, type Domain, PROACTIVE_TOPICS, type Topic } from './topics.js';

/** A word of a clause. `unknown` ends all certainty: a clause that holds one is never held against a table. */
export type Token =
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'object'; readonly domain: Domain }
  | { readonly kind: 'scope'; readonly scope: Scope }
  | { readonly kind: 'year'; readonly year: number; readonly carried: 'in' | 'out' | null }
  | { readonly kind: 'and' | 'none' | 'filler' | 'unknown' };

/** One pattern a word: of an alternation the first would match and not the longest. */
const words = (list: string): RegExp[] =>
  list
    .trim()
    .split(/\s+/)
    .map((word) => new RegExp(word, 'y'));

/** Words that change nothing in what a clause counts. */
const FILLERS = words(`
  全年 (?:本|当|整个)?年度?内? 一年来 今年 年内 期间 截[至止](?:到)?(?:本?年底|年末|(?:本年)?12月31日|目前|统计期末) 年底 年末 目前
  累计 合计 总计 总共 共计?有? 一共 总(?:数|量|申请量) 数量?(?:合计|总计)? 件数 其中 分 为 是 有 的 了 数 占 达 达到 包括 包含 含 计
  已经?(?:依法|全部)? 均已? 都 全部 依法 依规 按照?规定 (?:按|依)?规定 
  另有 另 尚有 还有 仍有 尚 还 仍 其余 剩余 余 加上 连同 再 也 并 则 且 经 由 向 对 在 以 从 因 于 被 各类
  各级各部门 (?:全省|全市|全县|全区)?各级(?:行政机关|政府|部门|单位|机关)* 行政机关 继续(?:办理)? 依申请 本机关
  申请人?(?:提出|提交)?(?:数量|总数|总量)? 提出 提交 提起 发生 产生 引发 引起 涉及 涉(?=政府信息|信息公开|依申请) 关于 方面 情况 案件 案 事项 类(?:信息|申请)? 信息 原因 等 结果 总体
  (?:公民|自然人)、?(?:法人)?(?:和|或|及|以及|、|与)?(?:者)?(?:法人)?(?:和|或|及|以及|、|与)?其他(?:社会)?组织
  中(?<=(?:申请|答复|办理|结果)中) (?:申请人|申请主体|申请对象)(?:类型|身份|情况)?(?:看|来看)? (?:办理|处理|答复)结果(?:看|来看)? 工作 (?:办理|处理|答复)(?:情况|结果)(?:中)?
  (?:按照?|依据|根据|依照)《?条例》?(?:的)?(?:规定|要求)? 代表[省市区县州]?(?:人民)?政府 案
  政府信息公开(?:工作)? 信息公开(?:工作)?(?:类)? 社会公众 群众 公众 各界 (?:通过)?各(?:类|种)?渠道 线上线下
`);
const OBJECTS: readonly (readonly [Domain, RegExp])[] = [
  [
    'requests',
    /依?申?请?(?:公开)?(?:政府)?信息公开(?:的)?申请(?:表|书|件|事项|数量|总数|总量)?(?!人|主体|对象)|依申请(?:政府)?(?:信息)?公开(?:政府)?(?:信息)?(?:的)?(?:申请件?|事项|件|案件)?|公开(?:政府)?信息(?:的)?申请|(?:新收|收到|受理|接收|办理|答复|办结|回复)?申请(?=为|共|$)/y,
  ],
  ['normative', /(?:行政)?规范性文件/y],
  ['regulations', /(?:政府|地方性?)?规章(?!制度)/y],
];
const NONE = /(?:未|没有|没|从未|均未)(?:发生|产生|收到|接到|出现|受理|被|有|引发|涉及)*(?:过)?|无|不存在/y;
const AND = /和|及|与|、|以及|或者?|并/y;
const YEAR = /((?:19|20)\d{2})年(?:度)?/y;
const CARRIED = /(?:度)?(?:的)?(?:申请)?(?:结转|转来|转入|遗留)(?!至|到|入|下)/y;
const CARRIED_TO = /(?:结转|转入|转至|顺延|延至|留)(?:至|到|入|由)?((?:19|20)\d{2})年度?(?:继续)?(?:办理|答复|处理)?/y;

/** No label and its fillers are longer; what is, is not read word by word. */
const LONGEST_CLAUSE = 80;

const TOPICS: readonly Topic[] = [...REQUEST_TOPICS, ...DISPUTE_TOPICS, ...PROACTIVE_TOPICS];

const lengthAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

/**
 * Cuts a clause into words; the longest word wins, and a word of meaning before a filler of the same length.
 * @param organ name of the body that reports, whose own names say nothing
 */
export function tokensOf(clause: string, organ: string): Token[] {
  if (clause.length > LONGEST_CLAUSE) return [{ kind: 'unknown' }];
  const tokens: Token[] = [];
  for (let at = 0; at < clause.length; ) {
    const { token, length } = wordAt(clause, at, organ);
    tokens.push(token);
    at += length;
  }
  return tokens;
}

function wordAt(clause: string, at: number, organ: string): { token: Token; length: number } {
  let best: { token: Token; length: number } = { token: { kind: 'unknown' }, length: 0 };
  const offer = (length: number, token: Token): void => {
    if (length > best.length) best = { token, length };
  };
  for (const topic of TOPICS) offer(lengthAt(topic.words, clause, at), { kind: 'topic', topic });
  for (const [domain, pattern] of OBJECTS) {
    const length = lengthAt(pattern, clause, at);
    // 收到申请: the verb is a word of its own.
    const verb = /^(?:新收|收到|受理|接收|办理|答复|办结|回复)/.test(clause.slice(at, at + length));
    if (!verb) offer(length, { kind: 'object', domain });
  }
  const scope = scopeAt(clause, at, organ);
  if (scope !== undefined) offer(scope.length, { kind: 'scope', scope: scope.scope });
  offer(lengthAt(NONE, clause, at), { kind: 'none' });
  CARRIED_TO.lastIndex = at;
  const to = CARRIED_TO.exec(clause);
  if (to !== null) offer(to[0].length, { kind: 'year', year: Number(to[1]), carried: 'out' });
  YEAR.lastIndex = at;
  const year = YEAR.exec(clause);
  if (year !== null) {
    const carried = lengthAt(CARRIED, clause, at + year[0].length);
    offer(year[0].length + carried, { kind: 'year', year: Number(year[1]), carried: carried > 0 ? 'in' : null });
  }
  for (const filler of FILLERS) offer(lengthAt(filler, clause, at), { kind: 'filler' });
  offer(lengthAt(AND, clause, at), { kind: 'and' });
  return best.length > 0 ? best : { token: best.token, length: 1 };
}
