import { certify } from '../certify.js';
import { diagnose } from '../diagnose/index.js';
import { fingerprintOf, type Language, messageOf } from '../validate/index.js';
import { type Checked, summarise } from './result.js';

/** Findings as JSON, by the contract of the README. */
export const renderJson = (checked: readonly Checked[], language: Language): string =>
  `${JSON.stringify(
    {
      reports: checked.map(({ file, index, report, findings }) => ({
        file,
        report: index,
        organ: report?.organ ?? '',
        year: report?.year ?? null,
        findings: findings.map(({ rule, severity, table, row, column, cells, args }) => {
          const message = messageOf({ rule, severity, table, row, column, cells, args }, language);
          const fingerprint = fingerprintOf({ rule, severity, table, row, column, cells, args }, report, file);
          return { rule, severity, table, row, column, message, cells, args, fingerprint };
        }),
        ...(report === null
          ? { explanations: [], unexplained: [], certified: null, uncertified: [] }
          : { ...diagnose(report, findings), ...certify(report) }),
      })),
      summary: summarise(checked),
    },
    null,
    2,
  )}\n`;
