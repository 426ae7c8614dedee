import type { Report } from '../../model.js';
import { followScope } from './bodies.js';
import { domainOf, inTime, speaksOfDecisions, speaksOfDisclosure, splitsByYear } from './context.js';
import type { TextFigure } from './figures.js';
import { type Token, tokensOf } from './lexicon.js';
import { RECEIVED } from './request-topics.js';
import type { Scope } from './scope.js';
import { BOUNDARY, type Sentence } from './sentences.js';
import { type Domain, specific, type Topic } from './topics.js';

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
  /** 办结的123件申请中: what follows in the sentence is counted of these. */
  readonly base: boolean;
}

/** What the words around a figure say it counts. */
export type Meaning = Pick<Statement, 'topics' | 'subject' | 'scope' | 'base'>;

/** What is being spoken of, carried from sentence to sentence. */
export interface State {
  domain: Domain | null;
  procedure: string;
  scope: Scope;
  year: number | null;
  paragraph: number;
  before: string;
  /** What the figure before counted: 制发规章2件、规范性文件15件 names it once. */
  listed: Meaning | undefined;
}

export const PROCEDURES: Readonly<Record<string, string>> = {
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
  const base = tail.endsWith('中');
  const after = base ? tail.slice(0, -1) : tail;
  if (/^(?:中|内|的)/.test(tail)) return undefined;
  let tokens = tokensOf(clauses.at(-1) ?? '', report.organ);
  let topics = topicsOf(tokens);
  if (topics.length === 0 && understood(tokens)) {
    const behind = tokensOf(after, report.organ);
    const before = tokensOf(clauses.at(-2) ?? '', report.organ);
    const [only, ...more] = topicsOf(behind);
    if (only !== undefined && more.length === 0 && MAY_FOLLOW(only)) tokens = [...tokens, ...behind];
    else if (topicsOf(before).length > 0) tokens = [...before, ...tokens];
    topics = topicsOf(tokens);
  }
  followScope(clauses, tokens, report.organ, state);
  if (!understood(tokens)) return undefined;
  if (topics.length === 0) topics = base && speaksOfRequests(after, report) ? [RECEIVED] : listedWith(tokens, state);
  if (topics.length === 0 || !inTime(tokens, state, report, state.before + upTo)) return undefined;
  if (splitsByYear(sentence.text.slice(upTo.length), report.year)) return undefined;
  if (!tokens.some(({ kind }) => kind === 'object')) {
    // 受理131件政府信息公开申请, 受理800件热线工单: the object may stand behind the figure.
    const behind = tokensOf(after, report.organ);
    if (behind.some(({ kind }) => kind === 'unknown')) return undefined;
    state.domain = domainAfter(after, state.domain);
  }
  if (clauses.slice(0, -1).some((clause) => /通过[^等]{1,12}$/.test(clause))) return undefined;
  const read = meant(specific(topics), sentence, state, upTo);
  return read && { ...read, base };
}

/** 在128件政府信息公开申请中: of which requests the figure is the count need not be said. */
const speaksOfRequests = (text: string, { organ }: Report): boolean =>
  tokensOf(text, organ).some((token) => token.kind === 'object' && token.domain === 'requests');

const understood = (tokens: readonly Token[]): boolean =>
  !tokens.some(({ kind }) => kind === 'unknown' || kind === 'none');

/** 制发规章2件、规范性文件15件: the second kind of document, made like the first. */
function listedWith(tokens: readonly Token[], { listed, domain }: State): Topic[] {
  const documents = tokens.filter((t) => t.kind === 'object');
  const [first] = listed?.topics ?? [];
  const another = (domain === 'normative' ? 'normative_documents' : domain) !== listed?.subject;
  const plain = tokens.every((t) => t.kind === 'object' || t.kind === 'and');
  return documents.length === 1 && plain && another && first?.rule === 'proactive' ? [...(listed?.topics ?? [])] : [];
}

export const topicsOf = (tokens: readonly Token[]): Topic[] =>
  tokens.flatMap((t) => (t.kind === 'topic' ? [t.topic] : []));

/**
 * The topics of a clause as one claim, when they and what was spoken of before fit together.
 * @param upTo the sentence up to the figure
 */
export function meant(
  topics: readonly Topic[],
  sentence: Sentence,
  state: State,
  upTo: string,
): Omit<Meaning, 'base'> | undefined {
  const first = topics[0] as Topic;
  const { scope } = state;
  if (first.rule === 'disputes') {
    // A sentence may go on with what the one before began: 复议7件；未经复议直接起诉2件。
    if (!speaksOfDisclosure(sentence) && state.procedure === '') return undefined;
    // 行政诉讼案件26件，其中涉及政府信息公开3件: those before are of every kind.
    if (/^[^。;]{0,8}其中[^,。;]{0,6}信息公开/.test(sentence.text.slice(upTo.length))) return undefined;
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
    // 制发并报送备案15件: filed is what is counted.
    const filed = topics.find(({ beside }) => beside);
    if (filed !== undefined && topics.length > 1 && topics.every((t) => t.terms[0] === filed.terms[0]))
      return meant([filed], sentence, state, upTo);
    if (topics.length > 1) return undefined;
    if (!first.terms[0]?.startsWith('$'))
      return first.money === true || speaksOfDecisions(upTo) ? { topics, subject: '', scope } : undefined;
    if (state.domain !== 'normative' && state.domain !== 'regulations') return undefined;
    const subject = state.domain === 'normative' ? 'normative_documents' : 'regulations';
    return { topics, subject, scope: first.beside ? 'other' : scope };
  }
  // A figure carried over is one of requests whatever was spoken of before; 办结 and 自然人 are not.
  if (state.domain !== 'requests' && !topics.every((t) => t.bare === true && state.domain !== null)) return undefined;
  state.domain = 'requests';
  const sum = topics.every((t) => t.rule === first.rule) && first.rule !== 'requests';
  return topics.length === 1 || sum ? { topics, subject: '', scope } : undefined;
}
