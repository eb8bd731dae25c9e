import assert from 'node:assert/strict';
import type { Goal } from '../../src/core/goal/goal';
import { assertValidGoal } from '../unit/trackers/support/validGoal';
import { entryReaders } from './entries';
import { literalsIn } from './literals';
import { pinnedFile } from './pinnedFile';
import { pins, type Pin } from './pins';

const fields: readonly (keyof Goal)[] = [
  ...(['description', 'status', 'priority', 'owner', 'targetDate', 'progress', 'parentKey'] as const),
  ...(['url', 'updatedAt', 'closedAt'] as const),
];

describe('Real answers, as other projects keep them', () => {
  const read = new Map<Pin['kind'], Goal[]>();
  after(() => {
    for (const [kind, goals] of read) {
      const filled = fields.map(
        (name) => `${name} ${goals.filter((goal) => goal[name] !== undefined).length}`,
      );
      process.stdout.write(`${kind}: ${goals.length} goals, with ${filled.join(', ')}\n`);
    }
  });

  for (const pin of pins) {
    for (const path of pin.paths) {
      it(`of ${pin.kind} become goals: ${pin.repository}, ${path}`, async () => {
        const { isEntry, toGoal } = entryReaders[pin.kind];
        const entries = literalsIn(await pinnedFile(pin, path)).filter(isEntry);
        assert.ok(entries.length > 0, 'an answer has entries');
        const goals = entries.map((entry) => {
          const goal = toGoal(entry);
          assert.ok(goal, JSON.stringify(entry).slice(0, 300));
          assertValidGoal(goal);
          return goal;
        });
        read.set(pin.kind, [...(read.get(pin.kind) ?? []), ...goals]);
      });
    }
  }

  it('are five of each kind at least', () => {
    for (const kind of new Set(pins.map((pin) => pin.kind))) {
      assert.ok((read.get(kind)?.length ?? 0) >= 5, kind);
    }
    assert.deepEqual([...read.keys()].toSorted(), Object.keys(entryReaders).toSorted());
  });
});
