import type { Report } from '../../model.js';
import { domainOf, namesOtherTime, speaksOfDecisions, speaksOfDisclosure, yearOf } from './context.js';
import type { TextFigure } from './figures.js';
import { type Token, tokensOf } from './lexicon.js';
import { RECEIVED } from './request-topics.js';
import type { Scope } from './scope.js';
import type { Sentence } from './sentences.js';
import type { Domain, Topic } from './topics.js';

/** A figure of the narrative that restates cells of a table, as far as every word around it is understood. */
export interface Statement {
  readonly sentence: Sentence;
  readonly figure: Pick<TextFigure, 'value' | 'step' | 'printed'>;
  /** One, or several whose sum is meant (予以公开及部分公开). */
  readonly topics: readonly Topic[];
  /** For the four results: the procedure named before them. For documents: 规章 or 规范性文件. */
  readonly subject: string;
  readonly scope: Scope;
  /** 占 …% printed behind the figure. */
  readonly percent: Pick<TextFigure, 'value' | 'step' | 'printed'> | null;
}

/** What the words around a figure say it counts. */
export type Meaning = Pick<Statement, 'topics' | 'subject' | 'scope'>;

/** What is being spoken of, carried from sentence to sentence. */
export interface State {
  domain: Domain | null;
  procedure: string;
  scope: Scope;
  year: number | null;
  paragraph: number;
  before: string;
}

/** Letters and signs are left over from broken markup; no label holds any. */
const BOUNDARY = /[,;:()。!?]|[A-Za-z&<>#*]+/;
const PROCEDURES: Readonly<Record<string, string>> = {
  review: 'review',
  litigation: 'litigation_direct+litigation_after_review',
  direct: 'litigation_direct',
  after_review: 'litigation_after_review',
};
/** Where a figure stands before its label (其中5件予以公开); others so placed speak of a part (20件按期答复). */
const MAY_FOLLOW = (topic: Topic): boolean =>
  topic.id === 'carried_out' || topic.id === 'pending' || topic.rule === 'outcomes' || topic.rule === 'applicants';

/** The subject after a stretch of text. */
export const domainAfter = (text: string, domain: Domain | null): Domain | null => {
  const named = domainOf(text);
  return named === undefined ? domain : named;
};

/** Says what a figure counts, from the words before it (or, for some topics, behind it). */
export function readFigure(
  lead: string,
  tail: string,
  sentence: Sentence,
  report: Report,
  state: State,
  upTo: string,
): Meaning | undefined {
  state.domain = domainAfter(lead, state.domain);
  // A bracket does not end a clause: 乡镇（街道）收到 speaks of towns.
  const clauses = lead
    .replace(/\([^()]*\)/g, '')
    .split(BOUNDARY)
    .filter((clause) => clause !== '');
  if (/^(?:中|内|的)/.test(tail)) return undefined;
  let tokens = tokensOf(clauses.at(-1) ?? '', report.organ);
  let topics = topicsOf(tokens);
  if (topics.length === 0 && !tokens.some((t) => t.kind === 'unknown' || t.kind === 'none')) {
    const behind = tokensOf(tail, report.organ);
    const before = tokensOf(clauses.at(-2) ?? '', report.organ);
    const [only, ...more] = topicsOf(behind);
    if (only !== undefined && more.length === 0 && MAY_FOLLOW(only)) tokens = [...tokens, ...behind];
    else if (topicsOf(before).length > 0) tokens = [...before, ...tokens];
    topics = topicsOf(tokens);
  }
  for (const token of tokens) if (token.kind === 'scope') state.scope = token.scope;
  if (topics.length === 0 || tokens.some((t) => t.kind === 'unknown' || t.kind === 'none')) return undefined;
  if (!inTime(tokens, state, report, state.before + upTo)) return undefined;
  if (!tokens.some(({ kind }) => kind === 'object')) {
    // 受理131件政府信息公开申请, 受理800件热线工单: the object may stand behind the figure.
    const behind = tokensOf(tail, report.organ);
    if (behind.some(({ kind }) => kind === 'unknown')) return undefined;
    state.domain = domainAfter(tail, state.domain);
  }
  if (clauses.slice(0, -1).some((clause) => namesAPart(clause, report.organ))) return undefined;
  return meant(topics, sentence, state, upTo);
}

/** 通过网络平台, 县直部门方面: what follows is counted of a part. */
const namesAPart = (clause: string, organ: string): boolean =>
  /通过[^等]{1,12}$/.test(clause) ||
  (/(?:乡镇|镇街|街道|部门|单位|局|办公室|科室|处室|园区)(?:方面|层面|中)?$/.test(clause) &&
    tokensOf(clause, organ).some(({ kind }) => kind === 'unknown'));

const topicsOf = (tokens: readonly Token[]): Topic[] => tokens.flatMap((t) => (t.kind === 'topic' ? [t.topic] : []));

/** Characters in which the year last named is looked for: a paragraph, and not a whole page without one. */
const REMEMBERED = 2000;

/** True when the words speak of the report's year, and carried-over requests of the year next to it. */
function inTime(tokens: readonly Token[], state: State, report: Report, upTo: string): boolean {
  for (const token of tokens) {
    if (token.kind !== 'year' || report.year === null) continue;
    const expected = token.carried === null ? report.year : report.year + (token.carried === 'in' ? -1 : 1);
    if (token.year !== expected) return false;
  }
  const year = yearOf(upTo.slice(-REMEMBERED));
  if (year !== null) state.year = year;
  return (
    (state.year === null || report.year === null || state.year === report.year) &&
    !namesOtherTime(lastOf(upTo.slice(-REMEMBERED)))
  );
}

/** The running sentence up to a figure. */
const lastOf = (text: string): string => text.split(/[。!?;]/).at(-1) ?? '';

/**
 * The topics of a clause as one claim, when they and what was spoken of before fit together.
 * @param upTo the sentence up to the figure
 */
function meant(topics: readonly Topic[], sentence: Sentence, state: State, upTo: string): Meaning | undefined {
  const first = topics[0] as Topic;
  const { scope } = state;
  if (first.rule === 'disputes') {
    // A sentence may go on with what the one before began: 复议7件；未经复议直接起诉2件。
    if (!speaksOfDisclosure(sentence) && state.procedure === '') return undefined;
    const procedure = topics.findLast((t) => PROCEDURES[t.id] !== undefined);
    const results = topics.filter((t) => t.terms[0]?.startsWith('$'));
    if (topics.some((t) => t.rule !== 'disputes')) return undefined;
    if (procedure !== undefined) state.procedure = PROCEDURES[procedure.id] as string;
    state.domain = 'disputes';
    if (results.length > 0)
      return state.procedure === '' ? undefined : { topics: results, subject: state.procedure, scope };
    return { topics, subject: '', scope };
  }
  if (first.rule === 'proactive') {
    if (topics.length > 1) return undefined;
    if (!first.terms[0]?.startsWith('$'))
      return first.money === true || speaksOfDecisions(upTo) ? { topics, subject: '', scope } : undefined;
    if (state.domain !== 'normative' && state.domain !== 'regulations') return undefined;
    const subject = state.domain === 'normative' ? 'normative_documents' : 'regulations';
    return { topics, subject, scope };
  }
  // A figure carried over is one of requests whatever was spoken of before; 办结 and 自然人 are not.
  if (state.domain !== 'requests' && !topics.every((t) => t.bare === true && state.domain !== null)) return undefined;
  state.domain = 'requests';
  const sum = topics.every((t) => t.rule === first.rule) && first.rule !== 'requests';
  return topics.length === 1 || sum ? { topics, subject: '', scope } : undefined;
}

/** 未收到政府信息公开申请, 无行政复议和行政诉讼: a clause without a figure that says none. */
export function readNone(sentence: Sentence, report: Report, state: State): Statement[] {
  return sentence.text.split(BOUNDARY).flatMap((clause) => {
    state.domain = domainAfter(clause, state.domain);
    if (!/[未无没不]/.test(clause)) return [];
    const tokens = tokensOf(clause, report.organ);
    const none = tokens.findIndex((t) => t.kind === 'none');
    if (none < 0 || tokens.some((t) => t.kind === 'unknown')) return [];
    const named = topicsOf(tokens.slice(none));
    const requests = tokens.slice(none).some((t) => t.kind === 'object' && t.domain === 'requests');
    const topics = named.length === 0 && requests ? [RECEIVED] : named;
    for (const token of tokens) if (token.kind === 'scope') state.scope = token.scope;
    if (topicsOf(tokens.slice(0, none)).length > 0 || !inTime(tokens, state, report, state.before + clause)) return [];
    if (
      topics.length === 0 ||
      !topics.every((t) => PROCEDURES[t.id] !== undefined || t.bare === true || t === RECEIVED)
    )
      return [];
    const figure = { value: 0, step: 1, printed: '无' };
    return topics.flatMap((topic) => {
      const read = meant([topic], sentence, state, clause);
      return read === undefined ? [] : [{ ...read, sentence, figure, percent: null }];
    });
  });
}
