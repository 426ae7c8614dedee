import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { handfuls } from '../src/batch/handfuls.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-handfuls-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sizesOf = (bytes: readonly number[], jobs: number): number[] => {
  const inputs = bytes.map((size, index) => {
    const file = join(folder, `${index}.html`);
    writeFileSync(file, 'x'.repeat(size));
    return { index, input: { file } };
  });
  const given = [...handfuls(inputs, jobs)];
  expect(given.flat()).toEqual(inputs);
  return given.map((handful) => handful.length);
};

it('hands a worker small files several at a time, large ones one by one', () => {
  const small = Array.from({ length: 40 }, () => 10_000);
  expect(sizesOf(small, 1)).toEqual([8, 8, 8, 8, 8]);
  expect(sizesOf([...small, 300_000, 10_000, 200_000, 100_000], 1)).toEqual([8, 8, 8, 8, 8, 1, 2, 1]);
});

it('leaves every worker something to do', () => {
  expect(sizesOf([10, 10, 10, 10, 10, 10, 10, 10], 8)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  expect(
    sizesOf(
      Array.from({ length: 16 }, () => 10),
      2,
    ),
  ).toEqual([2, 2, 2, 2, 2, 2, 2, 2]);
});
