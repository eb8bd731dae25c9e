import assert from 'node:assert/strict';
import type { Goal } from '../../../src/core/goal/goal';
import type { Link } from '../../../src/core/links/link';
import { nothingServed, servedGoals, type ServedGoals } from '../../../src/core/links/servedGoals';
import { fileBarSchema, type FileBar } from '../../../src/panel/contract/panelState';
import { fileBar, type PanelFile } from '../../../src/panel/fileBar';
import { catalogOf, goal, textOptions } from '../../support/builders';

const rule = (key: string): Link => ({
  key,
  provenance: { kind: 'pathMap', pattern: '/src/cart/', line: 1 },
});
const goals: Goal[] = [
  goal('A-1', { priority: { rank: 3, label: 'Medium' } }),
  goal('A-2', { priority: { rank: 1, label: 'Urgent' }, status: { name: 'Done', category: 'done' } }),
  goal('A-3', { priority: { rank: 1, label: 'Urgent' } }),
  goal('A-4', { level: 'item', parentKey: 'A-3' }),
  goal('A-5', { level: 'item', parentKey: 'A-1' }),
  goal('A-6', { level: 'item', parentKey: 'A-1', priority: { rank: 2, label: 'High' } }),
];
const catalog = catalogOf(...goals);
const served = (...keys: string[]): ServedGoals => servedGoals(keys.map(rule), catalog);

function bar(file: Partial<PanelFile>, ofBranch: ServedGoals = nothingServed): FileBar {
  const whole = { path: 'src/cart/totals.ts', served: nothingServed, isReading: false, ...file };
  const made = fileBar(whole, ofBranch.goals, catalog, textOptions);
  assert.deepEqual(fileBarSchema.parse(made), made);
  return made;
}

describe('fileBar', () => {
  it('puts open goals first, the most urgent of them first, and names two', () => {
    const made = bar({ served: served('A-1', 'A-2', 'A-4') });
    assert.deepEqual(
      made.goals.map(({ key }) => key),
      ['A-3', 'A-1', 'A-2'],
    );
    assert.deepEqual(
      made.marks.map(({ key, rank }) => [key, rank]),
      [
        ['A-3', 1],
        ['A-1', 3],
      ],
    );
    assert.deepEqual([made.note, made.count, made.name], ['+1', '3 goals', 'totals.ts']);
  });

  it('says by what each goal was matched', () => {
    assert.deepEqual(
      bar({ served: served('A-1', 'A-4') }).goals.map(({ how }) => how),
      ['Path rule /src/cart/ → A-4', 'Path rule /src/cart/'],
    );
  });

  it('names the item where it is more urgent than its initiative, each initiative once', () => {
    const made = bar({ served: served('A-1', 'A-3', 'A-5', 'A-6') });
    assert.deepEqual(
      made.goals.map(({ key, rank, how }) => [key, rank, how]),
      [
        ['A-3', 1, 'Path rule /src/cart/'],
        ['A-6', 2, 'Path rule /src/cart/'],
      ],
    );
    assert.equal(bar({ served: served('A-6') }, served('A-1')).note, undefined);
  });

  it('marks the branch’s goal, and says where none of them is', () => {
    const own = bar({ served: served('A-1', 'A-4') }, served('A-3'));
    assert.deepEqual(own.goals[0]?.notes[0], { text: 'your branch’s goal' });
    assert.equal(own.note, undefined);
    assert.equal(bar({ served: served('A-1') }, served('A-3')).note, 'not your goal');
    assert.equal(bar({ served: served('A-1') }).note, undefined);
  });

  it('says that a file has no goals only when its history is read', () => {
    assert.equal(bar({ isReading: true }).empty, undefined);
    assert.match(bar({}).empty ?? '', /ties this file/);
    assert.equal(bar({}).note, 'no goal');
    assert.deepEqual(
      bar({}).buttons.map(({ action }) => action),
      ['mapFolder', 'openPathMap'],
    );
    assert.equal(bar({ isReading: true }).buttons.length, 1);
  });

  it('offers nothing that would take a goal off the branch', () => {
    assert.deepEqual(
      bar({ served: served('A-1') }).buttons.map(({ action }) => action),
      ['openPathMap'],
    );
  });
});
