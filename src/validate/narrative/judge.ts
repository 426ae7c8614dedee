import type { Report, Severity } from '../../model.js';
import { type Comparison, compare } from './compare.js';
import { figuresOf } from './figures.js';
import { type Statement, statementsOf } from './reader.js';

/** A statement that agrees with nothing it may mean, and how far that can be held against the report. */
export interface Conflict extends Comparison {
  readonly severity: Severity;
}

/** A paragraph that agrees with the table in nothing, in so many figures, speaks of another body or another year. */
const FOREIGN_PARAGRAPH = 3;
/** Agreement in figures this large, or in two of any size, shows that table and sentence count the same body. */
const TELLING = 3;

const cache = new WeakMap<Report, readonly Conflict[]>();

/**
 * The statements of a report that differ from its tables.
 * @returns warnings where the words leave no other reading; notes where the sentence may count another body (区政府办
 *   against the whole district), or where the office left the cell blank
 */
export function conflictsOf(report: Report): readonly Conflict[] {
  const known = cache.get(report);
  if (known !== undefined) return known;
  const statements = statementsOf(report);
  const paragraphs = new Map<number, Statement[]>();
  for (const statement of statements) {
    const { paragraph } = statement.sentence;
    const beside = paragraphs.get(paragraph);
    if (beside === undefined) paragraphs.set(paragraph, [statement]);
    else beside.push(statement);
  }
  const compared = statements.flatMap(
    (statement) => compare(statement, report, paragraphs.get(statement.sentence.paragraph)) ?? [],
  );
  const conflicts = compared
    .filter((c) => !c.agrees && !isPart(c, compared) && !isOfAPart(c, compared))
    .map((c): Conflict => ({ ...c, severity: severityOf(c, compared) }));
  cache.set(report, conflicts);
  return conflicts;
}

/**
 * 全县收到128件，其中县政府办公室收到17件: where the whole agrees, another body's figure beside it is a part; so are
 * several that come to the whole (县本级收到76件，各乡镇收到52件), and what else is said of such a body.
 */
function isPart({ statement }: Comparison, compared: readonly Comparison[]): boolean {
  const { scope, sentence, topics } = statement;
  if (scope === 'own') return false;
  if (scope === 'part' || /^[,(]?其中/.test(sentence.text)) return true;
  const others = compared.filter(({ statement: s }) => s.scope === scope || s.scope === 'part');
  const inParagraph = others.filter(({ statement: s }) => s.sentence.paragraph === sentence.paragraph);
  const inSection = others.filter(({ statement: s }) => s.sentence.section === sentence.section);
  const ofWhole = compared.filter((c) => c.statement.scope === 'own' && c.statement.topics[0]?.id === topics[0]?.id);
  // Documents sent for filing are told apart from those made, whether these agree or not.
  if (topics[0]?.beside === true && ofWhole.length > 0) return true;
  return (
    (scope === 'other' && ofWhole.some((c) => c.agrees)) ||
    // One of several bodies that the section goes through.
    inSection.some(({ statement: s }) => s.scope === 'part' && s.topics[0]?.id === topics[0]?.id) ||
    [inParagraph, inSection].some((beside) => beside.some((c) => completes(c, beside)))
  );
}

/** 办结的40件申请中，予以公开12件: of a base that the table does not have nothing is known, nor of its parts. */
const isOfAPart = ({ statement }: Comparison, compared: readonly Comparison[]): boolean =>
  compared.some((c) => c.statement.base && !c.agrees && c.statement.sentence === statement.sentence);

/** True where the other figures of the sentence, or those of other bodies beside it, make up the whole. */
function completes({ statement, plausible }: Comparison, beside: readonly Comparison[]): boolean {
  const { figure, topics, sentence } = statement;
  const sum = beside
    .filter((c) => c.statement.topics[0]?.id === topics[0]?.id)
    .reduce((total, c) => total + c.statement.figure.value, 0);
  const counts = figuresOf(sentence.text).filter(({ kind, value }) => kind === 'count' && value > 0);
  const all = counts.reduce((total, { value }) => total + value, 0);
  return (
    [sum, all].some((whole) => whole > figure.value && plausible.includes(whole)) ||
    counts.some(({ value }) => plausible.includes(figure.value + value))
  );
}

function severityOf(conflict: Comparison, compared: readonly Comparison[]): Severity {
  const { scope, sentence } = conflict.statement;
  if (scope === 'other' || !conflict.firm) return 'note';
  const beside = compared.filter(
    ({ statement: s }) => s.sentence.paragraph === sentence.paragraph && s.scope === scope && s.figure.value > 0,
  );
  const agreeing = beside.filter((c) => c.agrees);
  const corroborated = agreeing.length >= 2 || agreeing.some((c) => c.statement.figure.value >= TELLING);
  if (scope === 'unsure' && !corroborated) return 'note';
  return agreeing.length === 0 && beside.length >= FOREIGN_PARAGRAPH ? 'note' : 'warning';
}

/** A percentage that fits none of the bases that published reports use. */
export interface PercentConflict {
  readonly comparison: Comparison;
  readonly stated: string;
  /** What it would be of the requests settled. */
  readonly printed: string;
  readonly severity: Severity;
}

const BASES: readonly (readonly string[])[] = [
  ['total'],
  ['new'],
  ['new', 'carried_in'],
  ['total', 'carried_out'],
  ['granted', 'partial'],
  ['refused.*'],
  ['unavailable.*'],
  ['unprocessed.*'],
  ['other.*'],
];

/** Percentages behind a figure that itself agrees with the table. */
export function percentConflictsOf(report: Report): PercentConflict[] {
  const statements = statementsOf(report);
  return statements.flatMap((statement) => {
    const { percent, figure, sentence, topics } = statement;
    const comparison = percent === null ? undefined : compare(statement, report);
    const ofRequests = topics[0]?.rule !== 'disputes' && topics[0]?.rule !== 'proactive';
    if (percent === null || comparison?.agrees !== true || !ofRequests || statement.scope === 'part') return [];
    const bases = [
      ...BASES.flatMap(
        (terms) =>
          compare({ ...statement, topics: [{ id: '', rule: 'requests', words: /$/, terms }] }, report)?.plausible ?? [],
      ),
      // Any other figure of the paragraph may be the whole of which this is a part.
      ...statements.filter((s) => s.sentence.paragraph === sentence.paragraph).map((s) => s.figure.value),
    ].filter((base) => base > 0);
    if (bases.some((base) => isWithin(percent.value, (100 * figure.value) / base, percent.step))) return [];
    const whole = bases[0];
    if (whole === undefined) return [];
    const printed = `${Number(((100 * figure.value) / whole).toFixed(2))}%`;
    return [{ comparison, stated: percent.printed, printed, severity: statement.scope === 'own' ? 'warning' : 'note' }];
  });
}

/** Offices round, cut, and round what was cut: a little more than one step of the last digit either way. */
const isWithin = (stated: number, value: number, step: number): boolean =>
  Math.abs(stated - value) < step + (step === 1 ? 0 : 1e-9);
