import assert from 'node:assert/strict';
import { parsePeriod, parseTimestamp } from '../../../../src/core/goal/calendar';

describe('parsePeriod', () => {
  for (const [text, lastDay, label] of [
    ['2026-12-12', '2026-12-12', undefined],
    ['2028-02-29', '2028-02-29', undefined],
    ['2026-02', '2026-02-28', '2026-02'],
    ['2028-02', '2028-02-29', '2028-02'],
    ['2026-Q1', '2026-03-31', '2026-Q1'],
    ['2026-q4', '2026-12-31', '2026-Q4'],
    ['2026-H1', '2026-06-30', '2026-H1'],
    ['2026-H2', '2026-12-31', '2026-H2'],
    ['2026', '2026-12-31', '2026'],
  ] as const) {
    it(`ends ${text} on ${lastDay}`, () => {
      assert.deepEqual(parsePeriod(text), label === undefined ? { lastDay } : { lastDay, label });
    });
  }

  for (const text of [
    '',
    '2026-02-30',
    '2027-02-29',
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2026-H3',
    'Q4',
    '12.12.2026',
    '2026-12-12T10:00',
    '0001',
  ]) {
    it(`takes "${text}" for no period`, () => assert.equal(parsePeriod(text), undefined));
  }
});

describe('parseTimestamp', () => {
  for (const [text, expected] of [
    ['2026-11-22', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T10:30:00Z', '2026-11-22T10:30:00.000Z'],
    ['2026-11-22T10:30:00.123456Z', '2026-11-22T10:30:00.123Z'],
    ['2026-11-22T10:30:00+02:00', '2026-11-22T08:30:00.000Z'],
    ['2026-11-22t10:30:00-0530', '2026-11-22T16:00:00.000Z'],
    ['2026-11-22 10:30', '2026-11-22T10:30:00.000Z'],
  ] as const) {
    it(`reads ${text}`, () => assert.equal(parseTimestamp(text), expected));
  }

  for (const text of [
    '',
    'yesterday',
    '2026-02-30',
    '2026-02-30T10:00:00Z',
    '2026-11-22T25:00:00Z',
    '1763806800',
  ]) {
    it(`takes "${text}" for no time`, () => assert.equal(parseTimestamp(text), undefined));
  }
});
