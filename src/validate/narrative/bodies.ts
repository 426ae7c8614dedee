import { type Token, tokensOf } from './lexicon.js';
import type { State } from './meaning.js';
import type { Scope } from './scope.js';
import { BOUNDARY } from './sentences.js';

/** All bodies together, or the one that reports. */
const SELF = /各级|我|所属/;
const BODY = '(?:局|委|部门|单位|办公室|中心|乡镇|镇街|街道|[县市区]直|园区|管委会|(?<=[\\u4e00-\\u9fff]{2})[镇乡办])';
const ACTS =
  '(?:全年|本?年度?内?|共|累计|依法|已)*(?:新?收到?|接到|接收|受理|收办|办理|办结|答复|回复|作出|制[发定]|印发|出台|因|被)';
const NAMED_BODY = new RegExp(`^(?:其中|如|以)?[\\u4e00-\\u9fff、]{0,16}${BODY}(?:方面|层面)?${ACTS}`);
const BODY_HEADING = new RegExp(`^[\\u4e00-\\u9fff、]{0,14}(?:${BODY}|本级)(?:方面|层面|中)?$`);

/** A heading that is the name of a body: 县直部门, 县政府本级. */
const isBody = (heading: string): boolean => !SELF.test(heading) && BODY_HEADING.test(heading);

/** A clause whose subject is a body (县住房和城乡建设局收到…), or that is one: what follows is said of it. */
const namesBody = (clause: string): boolean => isBody(clause) || (!SELF.test(clause) && NAMED_BODY.test(clause));

/** Whom the words up to a figure name: by a word of scope, or as a body that the report does not call its own. */
export function followScope(clauses: readonly string[], tokens: readonly Token[], organ: string, state: State): void {
  if (clauses.slice(0, -1).some((clause) => isStrange(clause, organ))) state.scope = 'part';
  // 县政府及县政府办公室: of several that of another body tells.
  const named = FURTHEST.find((scope) => tokens.some((token) => token.kind === 'scope' && token.scope === scope));
  state.scope = isStrange(clauses.at(-1) ?? '', organ) ? 'part' : (named ?? state.scope);
}

const FURTHEST: readonly Scope[] = ['other', 'unsure', 'own'];

const isStrange = (clause: string, organ: string): boolean =>
  namesBody(clause) && tokensOf(clause, organ).some(({ kind }) => kind === 'unknown');

/** What is no name is not read word by word. */
const LONGEST_NAME = 20;
const NAME_ENDS = /(?:[局委办直级乡镇]|部门|单位|公室|中心|街道?|园区|政府|机关|方面|层面|中)$/;

/** （二）县直部门: whom a heading names; undefined for one that names nobody, or says more. */
export function scopeOfHeading(line: string, organ: string): Scope | undefined {
  const heading = (line.split(BOUNDARY).findLast((part) => part !== '') ?? '').replace(
    /^[\d一二三四五六七八九十]+[.、]/,
    '',
  );
  if (heading.length > LONGEST_NAME || !NAME_ENDS.test(heading)) return undefined;
  const tokens = tokensOf(heading, organ);
  const named = tokens.findLast((token) => token.kind === 'scope');
  if (named !== undefined && tokens.every(({ kind }) => kind === 'scope' || kind === 'and')) return named.scope;
  return isBody(heading) && tokens.some(({ kind }) => kind === 'unknown') ? 'part' : undefined;
}
