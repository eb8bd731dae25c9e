import assert from 'node:assert/strict';
import { linesChart } from '../../../src/presentation/charts/linesChart';
import { plotSizes } from '../../../src/presentation/charts/plotFrame';
import type { ChartPart } from '../../../src/presentation/charts/chartScene';

const days = Array.from({ length: 12 }, (_, week) => `2026-0${week < 4 ? 8 : 9}-0${(week % 4) + 1}`);

function partsOf(
  size: keyof typeof plotSizes,
  values: readonly (number | null)[],
  young: number,
): readonly ChartPart[] {
  return linesChart({
    days,
    series: [{ cls: 'lineMain', values, label: (last) => last }],
    text: (value) => `${value} %`,
    language: 'en',
    summary: 'Rework',
    size: plotSizes[size],
    tooRecent: young === 0 ? undefined : { weeks: young, text: 'too early to say' },
  }).parts;
}

const upTo = (weeks: number): (number | null)[] => days.map((_, week) => (week < weeks ? 10 : null));

describe('a chart of lines', () => {
  const find = (parts: readonly ChartPart[], cls: string): readonly ChartPart[] =>
    parts.filter((part) => part.cls === cls);
  const notes = (parts: readonly ChartPart[]): readonly ChartPart[] =>
    parts.filter((part) => part.kind === 'text' && part.text === 'too early to say');

  it('says in the weeks that are too recent that they are, where there is room', () => {
    const parts = partsOf('half', upTo(9), 3);
    const [veil] = find(parts, 'tooRecent');
    const [note, ...more] = notes(parts);
    assert.ok(veil?.kind === 'rect' && note?.kind === 'text' && more.length === 0);
    assert.equal(note.x, veil.x + veil.width / 2);
    assert.ok(note.y > veil.y + veil.height / 2, 'at the foot, away from the label of the line');
  });

  it('leaves that text out where it would stand across the line', () => {
    const parts = partsOf('narrow', upTo(9), 3);
    assert.equal(find(parts, 'tooRecent').length, 1);
    assert.deepEqual(notes(parts), []);
  });

  it('leads a line that ends early to its label', () => {
    const parts = partsOf('half', upTo(9), 3);
    const [dot] = find(parts, 'dotMain');
    const [across] = find(parts, 'leader');
    const [veil] = find(parts, 'tooRecent');
    assert.ok(dot?.kind === 'circle' && across?.kind === 'line' && veil?.kind === 'rect');
    assert.deepEqual([across.x1, across.y1, across.y2], [dot.cx + 6, dot.cy, dot.cy]);
    assert.equal(across.x2, veil.x + veil.width);
    assert.equal(
      find(partsOf('half', upTo(12), 0), 'leader').length,
      1,
      'the short one beside the label alone',
    );
  });
});
