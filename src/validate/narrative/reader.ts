import type { Report } from '../../model.js';
import { domainOf, namesPartOfYear, speaksOfDisclosure, yearOf } from './context.js';
import { figuresOf, type TextFigure } from './figures.js';
import { type Token, tokensOf } from './lexicon.js';
import type { Scope } from './scope.js';
import { type Sentence, sentencesOf } from './sentences.js';
import { RECEIVED } from './request-topics.js';
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
  topic.id === 'carried_out' || topic.rule === 'outcomes' || topic.rule === 'applicants';

interface State {
  domain: Domain | null;
  procedure: string;
  scope: Scope;
  year: number | null;
  paragraph: number;
  before: string;
}

const cache = new WeakMap<Report, readonly Statement[]>();

/**
 * Reads what the narrative says of the figures of the tables.
 * @returns statements in reading order; a sentence with a word that is not understood yields none
 */
export function statementsOf(report: Report): readonly Statement[] {
  const known = cache.get(report);
  if (known !== undefined) return known;
  const state: State = { domain: null, procedure: '', scope: 'own', year: null, paragraph: 0, before: '' };
  const statements = sentencesOf(report).flatMap((sentence) => {
    if (sentence.paragraph !== state.paragraph)
      Object.assign(state, { scope: 'own', year: null, before: '', paragraph: sentence.paragraph, procedure: '' });
    const found = readSentence(sentence, report, state);
    state.before += sentence.text;
    return found;
  });
  cache.set(report, statements);
  return statements;
}

function readSentence(sentence: Sentence, report: Report, state: State): Statement[] {
  const { text } = sentence;
  const figures = figuresOf(text);
  const statements: Statement[] = [];
  let from = 0;
  for (const [i, figure] of figures.entries()) {
    const between = text.slice(from, figure.start);
    const previous = figures[i - 1];
    const cut = previous === undefined ? 0 : between.search(/[,;:()、。]/);
    const tailEnd = tailLength(text, figure, figures[i + 1]);
    from = figure.end;
    if (figure.kind === 'percent') {
      attachPercent(statements, figure, between);
      continue;
    }
    const lead = cut < 0 ? undefined : between.slice(cut).replace(/^[、,]/, '');
    const read =
      lead === undefined || figure.kind === 'other'
        ? undefined
        : readFigure(lead, text.slice(figure.end, tailEnd), sentence, report, state, text.slice(0, figure.start));
    // A figure that is not understood changes the subject for what follows it without one.
    if (read === undefined && figure.kind === 'count') state.domain = null;
    if (read !== undefined && !figure.approximate) statements.push({ ...read, sentence, figure, percent: null });
  }
  if (figures.length === 0) statements.push(...readNone(sentence, report, state));
  state.domain = domainAfter(text.slice(from), state.domain);
  return statements;
}

const domainAfter = (text: string, domain: Domain | null): Domain | null => {
  const named = domainOf(text);
  return named === undefined ? domain : named;
};

function tailLength(text: string, figure: TextFigure, next: TextFigure | undefined): number {
  const limit = next?.start ?? text.length;
  const stop = text.slice(figure.end, limit).search(/[,;:()、。!?]/);
  // Without a boundary before the next figure the words between belong to either.
  return stop < 0 ? (next === undefined ? text.length : figure.end) : figure.end + stop;
}

/** Says what a figure counts, from the words before it (or, for some topics, behind it). */
function readFigure(
  lead: string,
  tail: string,
  sentence: Sentence,
  report: Report,
  state: State,
  upTo: string,
): Omit<Statement, 'sentence' | 'figure' | 'percent'> | undefined {
  state.domain = domainAfter(lead, state.domain);
  const clauses = lead.split(BOUNDARY).filter((clause) => clause !== '');
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
  if (/通过[^等]{1,12}$/.test(clauses.at(-2) ?? '')) return undefined;
  return meant(topics, sentence, state);
}

const topicsOf = (tokens: readonly Token[]): Topic[] => tokens.flatMap((t) => (t.kind === 'topic' ? [t.topic] : []));

/** True when the words speak of the report's year, and carried-over requests of the year next to it. */
function inTime(tokens: readonly Token[], state: State, report: Report, upTo: string): boolean {
  for (const token of tokens) {
    if (token.kind !== 'year' || report.year === null) continue;
    const expected = token.carried === null ? report.year : report.year + (token.carried === 'in' ? -1 : 1);
    if (token.year !== expected) return false;
  }
  const year = yearOf(upTo);
  if (year !== null) state.year = year;
  return (state.year === null || report.year === null || state.year === report.year) && !namesPartOfYear(lastOf(upTo));
}

/** The running sentence up to a figure. */
const lastOf = (text: string): string => text.split(/[。!?;]/).at(-1) ?? '';

/** The topics of a clause as one claim, when they and what was spoken of before fit together. */
function meant(
  topics: readonly Topic[],
  sentence: Sentence,
  state: State,
): Omit<Statement, 'sentence' | 'figure' | 'percent'> | undefined {
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
    if (state.domain !== 'normative' && state.domain !== 'regulations') return undefined;
    const subject = state.domain === 'normative' ? 'normative_documents' : 'regulations';
    return topics.length === 1 ? { topics, subject, scope } : undefined;
  }
  // A figure carried over is one of requests whatever was spoken of before; 办结 and 自然人 are not.
  if (state.domain !== 'requests' && !topics.every((t) => t.bare === true && state.domain !== null)) return undefined;
  state.domain = 'requests';
  const sum = topics.every((t) => t.rule === first.rule) && first.rule !== 'requests';
  return topics.length === 1 || sum ? { topics, subject: '', scope } : undefined;
}

/** 未收到政府信息公开申请, 无行政复议和行政诉讼: a clause without a figure that says none. */
function readNone(sentence: Sentence, report: Report, state: State): Statement[] {
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
    const figure = { value: 0, step: 1, printed: clause };
    return topics.flatMap((topic) => {
      const read = meant([topic], sentence, state);
      return read === undefined ? [] : [{ ...read, sentence, figure, percent: null }];
    });
  });
}

/** 占53.1% belongs to the figure before it, when nothing but 占 and its base stands between. */
function attachPercent(statements: Statement[], figure: TextFigure, between: string): void {
  const last = statements.at(-1);
  if (last === undefined || figure.approximate || last.percent !== null) return;
  if (
    /^[,(、]?(?:约)?占(?:比|(?:本?年?度?)?(?:申请|办结|答复|办理|总|新收)[^,;占]{0,12}|比例)?(?:的|为|达)?(?:比例|比重)?(?:的|为|达)?$/.test(
      between,
    )
  )
    statements[statements.length - 1] = { ...last, percent: figure };
}

/** True for a statement of how many requests were received, settled or carried over. */
export const isRequestFlow = ({ topics }: Statement): boolean => topics.every(({ rule }) => rule === 'requests');
