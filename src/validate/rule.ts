import type { Finding, Report, Severity } from '../model.js';
import type { ExampleForm } from './example.js';

export type Language = 'en' | 'zh';

/** Values that a message is made of, by name. */
export type Args = Readonly<Record<string, string | number>>;

/** What a rule says of one place; the rule's id is added, and its severity where the place has none of its own. */
export type Raised = Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Severity };

/** A rule over one report. Its examples are its documentation and its test. */
export interface Rule {
  /** `topic/name`, stable: outputs, baselines and configurations refer to it. */
  readonly id: string;
  readonly severity: Severity;
  /** The law or letter that demands it. */
  readonly basis: string;
  /** What it finds, for `--help`, the README and people who meet it first. */
  readonly about: Readonly<Record<Language, string>>;
  /** When a finding is right about the figures and yet no fault of the office, or none at all; `explain` prints it. */
  readonly falsePositives?: Readonly<Record<Language, string>>;
  readonly check: (report: Report) => Iterable<Raised>;
  readonly message: Readonly<Record<Language, (args: Args) => string>>;
  /** Cells set on an all-zero form, and where the rule then speaks: the addresses of its findings. */
  readonly examples: readonly Example[];
}

export interface Example extends ExampleForm {
  /** `row/column` or `table` of each finding that this rule must raise, in order. */
  readonly raises: readonly string[];
}
