import type { Report } from '../../model.js';
import { scopeOfHeading } from './bodies.js';
import { inTime } from './context.js';
import { tokensOf } from './lexicon.js';
import { domainAfter, meant, PROCEDURES, type State, type Statement, topicsOf } from './meaning.js';
import { RECEIVED } from './request-topics.js';
import { BOUNDARY, type Sentence } from './sentences.js';

/** 未收到政府信息公开申请, 无行政复议和行政诉讼: clauses without a figure that say none. */
export const readNone = (sentence: Sentence, report: Report, state: State): Statement[] =>
  sentence.text.split(BOUNDARY).flatMap((clause) => noneOf(clause, sentence, report, state));

function noneOf(clause: string, sentence: Sentence, report: Report, state: State): Statement[] {
  state.domain = domainAfter(clause, state.domain);
  if (!/[未无没不]/.test(clause)) {
    state.scope = scopeOfHeading(clause, report.organ) ?? state.scope;
    return [];
  }
  const tokens = tokensOf(clause, report.organ);
  const none = tokens.findIndex((t) => t.kind === 'none');
  if (none < 0 || tokens.some((t) => t.kind === 'unknown') || topicsOf(tokens.slice(0, none)).length > 0) return [];
  const denied = tokens.slice(none);
  const named = topicsOf(denied);
  const objects = denied.flatMap((t) => (t.kind === 'object' ? [t.domain] : []));
  const topics = named.length === 0 && objects.includes('requests') ? [RECEIVED] : named;
  for (const token of tokens) if (token.kind === 'scope') state.scope = token.scope;
  const [first] = topics;
  // 无结转下年度办理的复议案件 speaks of disputes, and of no request.
  if (first === undefined || topics.some((t) => t.rule !== first.rule)) return [];
  if (first.rule === 'requests' && objects.some((domain) => domain !== 'requests')) return [];
  if (!topics.every((t) => PROCEDURES[t.id] !== undefined || t.bare === true || t === RECEIVED)) return [];
  if (!inTime(tokens, state, report, state.before + clause)) return [];
  const figure = { value: 0, step: 1, printed: '无' };
  return topics.flatMap((topic) => {
    const read = meant([topic], sentence, state, clause);
    return read === undefined ? [] : [{ ...read, sentence, figure, percent: null, base: false }];
  });
}
