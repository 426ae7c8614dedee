import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('reads broken PDF and DOCX files right, or says so', { timeout: 120_000 }, () => {
  // The long run is `npm run fuzz`: 2,000 mutations.
  const script = fileURLToPath(new URL('../bench/fuzz.mjs', import.meta.url));
  const printed = execFileSync(process.execPath, [script, '60'], { encoding: 'utf8' });
  expect(printed.trim().split('\n').at(-1)).toMatch(/^60 mutations .* 0 failures$/);
});
