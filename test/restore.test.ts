import { describe, expect, it } from 'vitest';
import { type Report, restore } from '../src/index.js';
import { county } from './support/county.js';

describe('restore', () => {
  const restored = (report: Report) => restore(report.tables.requests).map((s) => [s.cell, s.would_be]);

  it('suggests the only figures that the sums allow, and changes nothing', () => {
    const report = county({
      'requests.granted.natural_person': '?',
      'requests.granted.total': '?',
      'requests.new.business': null,
    });
    expect(restored(report)).toEqual([
      ['requests.new.business', 13],
      ['requests.granted.natural_person', 31],
      ['requests.granted.total', 43],
    ]);
    expect(report.tables.requests.cells['requests.granted.total']?.value).toBeNull();
  });

  it('is silent where the sums leave several figures', () => {
    const rectangle = {
      'requests.granted.natural_person': '?',
      'requests.granted.business': '?',
      'requests.unavailable.not_held.natural_person': '?',
      'requests.unavailable.not_held.business': '?',
    } as const;
    expect(restored(county(rectangle))).toEqual([]);
  });

  it('is silent where the sums contradict each other', () => {
    expect(restored(county({ 'requests.granted.business': '?', 'requests.granted.total': 44 }))).toEqual([]);
  });

  it('tells what a total left blank would be', () => {
    expect(restored(county({ 'requests.granted.total': '' }))).toEqual([['requests.granted.total', 43]]);
  });
});
