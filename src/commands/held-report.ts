import { type PackedReport, unpackReport } from '../batch/packed-report.js';
import type { Finding, Report } from '../index.js';
import type { Checked } from '../render/result.js';

/** A report among many: its findings are at hand, itself it is unpacked whenever somebody asks, and held by nobody. */
export class HeldReport implements Checked {
  constructor(
    readonly file: string,
    readonly index: number,
    /** The body that reports, by what its name has in common over the years; empty where it is not known. */
    readonly body: string,
    private readonly packed: PackedReport | null,
    readonly findings: readonly Finding[],
  ) {}

  get report(): Report | null {
    return this.packed === null ? null : unpackReport(this.packed);
  }

  /** The same with other findings. */
  with(findings: readonly Finding[]): HeldReport {
    return new HeldReport(this.file, this.index, this.body, this.packed, findings);
  }
}
