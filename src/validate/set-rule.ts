import type { Report } from '../model.js';
import type { ExampleForm } from './example.js';
import type { Raised, Rule } from './rule.js';

/** What a rule over several reports says, and of which of them. */
export interface RaisedAt extends Raised {
  /** The report that the finding is attached to: of two years, the later. */
  readonly report: Report;
}

/** A rule over several reports at once. Reports come in the order of the inputs. */
export interface SetRule extends Pick<Rule, 'id' | 'severity' | 'basis' | 'about' | 'falsePositives' | 'message'> {
  readonly check: (reports: readonly Report[]) => Iterable<RaisedAt>;
  readonly examples: readonly SetExample[];
}

export interface SetExample {
  /** Reports as the examples of other rules write them. */
  readonly reports: readonly Pick<ExampleForm, 'edition' | 'cells' | 'report'>[];
  /** `row/column` or `table` of each finding, in order. */
  readonly raises: readonly string[];
}
