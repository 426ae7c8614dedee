import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formToMarkdown } from '../src/commands/forms.js';
import { main } from '../src/commands/main.js';
import { ALL_RULES, EDITIONS } from '../src/index.js';
import { inProcess } from './support/in-process.js';

/** Outputs in the READMEs are real: UPDATE_DOCS=1 pastes them, the test compares them. */
const LONGEST = 26;
const run = async (argv: string[]): Promise<string> => {
  let out = '';
  await main(argv, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: () => {} },
    stdin: async () => new Uint8Array(),
    env: {},
    reader: inProcess,
  });
  const lines = out.trimEnd().split('\n');
  return lines.length <= LONGEST ? lines.join('\n') : [...lines.slice(0, 8), '…'].join('\n');
};

async function current(text: string): Promise<string> {
  let updated = text;
  for (const [block, command = ''] of text.matchAll(/<!-- run: nianbao (.*?) -->\n```\n[\s\S]*?```/g)) {
    const shown = `<!-- run: nianbao ${command} -->\n\`\`\`\n${await run(command.split(' '))}\n\`\`\``;
    updated = updated.replace(block, () => shown);
  }
  const rules = ALL_RULES.map(({ id, severity, about }) => `| \`${id}\` | ${severity} | ${about.en} |`).join('\n');
  updated = updated.replace(
    /<!-- rules -->\n(?:\|.*\n)*/,
    () => `<!-- rules -->\n| rule | severity | finds |\n| --- | --- | --- |\n${rules}\n`,
  );
  const forms = EDITIONS.map(formToMarkdown).join('\n').trimEnd();
  updated = updated.replace(/<!-- forms -->\n[\s\S]*?\n(?=## )/, () => `<!-- forms -->\n${forms}\n\n`);
  return updated;
}

it.each(['README.md', 'README.zh-CN.md'])('%s shows what the commands print', async (name) => {
  const path = new URL(`../${name}`, import.meta.url);
  const text = readFileSync(path, 'utf8');
  const fresh = await current(text);
  if (process.env.UPDATE_DOCS) writeFileSync(path, fresh);
  else expect(text).toBe(fresh);
});
