import type { Report } from '../../model.js';
import { scopeOfHeading } from './bodies.js';
import { yearOf } from './context.js';
import { figuresOf, type TextFigure } from './figures.js';
import { domainAfter, readFigure, type State, type Statement } from './meaning.js';
import { readNone } from './none.js';
import { type Sentence, sentencesOf } from './sentences.js';

export type { Statement } from './meaning.js';

/** A line this short is a heading: what stands below it is of the year and of the body that it names. */
const LONGEST_HEADING = 30;

const cache = new WeakMap<Report, readonly Statement[]>();

/**
 * Reads what the narrative says of the figures of the tables.
 * @returns statements in reading order; a sentence with a word that is not understood yields none
 */
export function statementsOf(report: Report): readonly Statement[] {
  const known = cache.get(report);
  if (known !== undefined) return known;
  const state: State = {
    domain: null,
    procedure: '',
    scope: 'own',
    year: null,
    paragraph: 0,
    before: '',
    listed: undefined,
  };
  const statements = sentencesOf(report).flatMap((sentence) => {
    if (sentence.paragraph !== state.paragraph) {
      const heading = state.before.length < LONGEST_HEADING ? state.before : '';
      const [year, scope] = [yearOf(heading), scopeOfHeading(heading, report.organ) ?? 'own'];
      Object.assign(state, { scope, year, before: '', paragraph: sentence.paragraph, procedure: '' });
    }
    state.listed = undefined;
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
      attachPercent(statements, figure, previous, between, text.slice(figure.end));
      continue;
    }
    const lead = cut < 0 ? undefined : between.slice(cut).replace(/^[、,]/, '');
    const read =
      lead === undefined || figure.kind === 'other'
        ? undefined
        : readFigure(lead, text.slice(figure.end, tailEnd), sentence, report, state, text.slice(0, figure.start));
    // A figure that is not understood changes the subject for what follows it without one.
    if (read === undefined && figure.kind === 'count') state.domain = null;
    state.listed = read;
    const money = read?.topics.some((topic) => topic.money === true) ?? false;
    if (read !== undefined && !figure.approximate && money === (figure.kind === 'amount'))
      statements.push({ ...read, sentence, figure, percent: null });
  }
  if (figures.length === 0) statements.push(...readNone(sentence, report, state));
  state.domain = domainAfter(text.slice(from), state.domain);
  return statements;
}

function tailLength(text: string, figure: TextFigure, next: TextFigure | undefined): number {
  const limit = next?.start ?? text.length;
  const stop = text.slice(figure.end, limit).search(/[,;:()、。!?]/);
  // Without a boundary before the next figure the words between belong to either.
  return stop < 0 ? (next === undefined ? text.length : figure.end) : figure.end + stop;
}

/** 占53.1% belongs to the figure before it, when nothing but 占 and its base stands between. */
function attachPercent(
  statements: Statement[],
  figure: TextFigure,
  previous: TextFigure | undefined,
  between: string,
  after: string,
): void {
  const last = statements.at(-1);
  // 办理123件，其中县政府办22件，占17.9%: a figure that was not understood has the share.
  if (last === undefined || last.figure !== previous || figure.approximate || last.percent !== null) return;
  const bracketed = between === '(' && /^[),;、]/.test(after);
  if (
    bracketed ||
    /^[,(、]?(?:约)?占(?:比|(?:本?年?度?)?(?:申请|办结|答复|办理|总|新收)[^,;占]{0,12}|比例)?(?:的|为|达)?(?:比例|比重)?(?:的|为|达)?$/.test(
      between,
    )
  )
    statements[statements.length - 1] = { ...last, percent: figure };
}

/** True for a statement of how many requests were received, settled or carried over. */
export const isRequestFlow = ({ topics }: Statement): boolean => topics.every(({ rule }) => rule === 'requests');
