import type { Finding } from '../model.js';
import { identityOf, messageOf, rank } from '../validate/index.js';
import { labelsOf, placesText, whoOf } from './address.js';
import { hintOf } from './diagnosis.js';
import type { Render, RenderOptions } from './options.js';
import type { Checked } from './result.js';
import { xmlAttributes, xmlText } from './xml.js';

/**
 * JUnit XML: a suite a report, a test a finding. There is no standard; this is valid against both schemas in use,
 * Jenkins' and Windy Road's (Ant), of which the second demands an order, a timestamp and a hostname. A finding that
 * does not fail the run is a passed test, told in the suite's system-out. A file of which no report could be made
 * is an error, not a failure: nothing was judged. GitLab shows one failure a test, hence a test for each finding.
 */
export const renderJunit: Render = (checked, options) => {
  const suites = checked.map((entry, id) => suite(entry, id, options));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
};

function suite({ file, index, report, findings }: Checked, id: number, options: RenderOptions): string {
  const who = whoOf(report);
  const classname = token(identityOf(report, file));
  const failed = (f: Finding) => options.failOn !== 'never' && rank(f.severity) >= rank(options.failOn);
  const failing = findings.filter(failed).length;
  const property = (name: string, value: string | number) => `<property${xmlAttributes({ name, value })}/>`;
  const cases = findings.map((finding) => {
    const name = token(`${finding.rule} ${labelsOf(finding, report)}`);
    if (!failed(finding)) return testcase(classname, name, '');
    const message = messageOf(finding, options.language) + hintOf(finding, report, findings, options.language);
    const tag = report === null ? 'error' : 'failure';
    const body = [message, placesText(finding, report), ...finding.cells].filter(Boolean).join('\n');
    return testcase(
      classname,
      name,
      `<${tag}${xmlAttributes({ message, type: finding.severity })}>${xmlText(body)}</${tag}>`,
    );
  });
  // A clean report has passed; a file without a report, its finding set to off, has not been looked at.
  if (report !== null && cases.length === 0) cases.push(testcase(classname, 'no finding', ''));
  const attributes = {
    name: token(who === '' ? file : `${file} ${who}`),
    package: classname,
    id,
    timestamp: options.time.toISOString().slice(0, 19),
    hostname: 'localhost', // Windy Road's schema demands one; the report does not depend on it.
    tests: cases.length,
    failures: report === null ? 0 : failing,
    errors: report === null ? failing : 0,
    time: 0,
  };
  const told = findings
    .filter((f) => !failed(f))
    .map((f) => `${f.severity}: ${messageOf(f, options.language)} [${f.rule}]`);
  return [
    `  <testsuite${xmlAttributes(attributes)}>`,
    `    <properties>${property('file', file)}${property('report', index)}${property('organ', report?.organ ?? '')}</properties>`,
    ...cases,
    `    <system-out>${xmlText(told.join('\n'))}</system-out>`,
    '    <system-err></system-err>',
    '  </testsuite>\n',
  ].join('\n');
}

const testcase = (classname: string, name: string, inside: string): string => {
  const open = `    <testcase${xmlAttributes({ name, classname, time: 0 })}`;
  return inside === '' ? `${open}/>` : `${open}>${inside}</testcase>`;
};

/** Names are tokens in XML Schema: no line breaks, no blanks at the ends or doubled. */
const token = (text: string): string => text.replace(/\s+/g, ' ').trim() || '-';
