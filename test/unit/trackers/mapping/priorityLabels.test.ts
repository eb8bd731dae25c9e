import assert from 'node:assert/strict';
import { priorityOfLabels } from '../../../../src/trackers/mapping/priorityLabels';

describe('The priority in labels', () => {
  for (const [label, rank, word] of [
    ['priority::1 - urgent', 1, '1 - urgent'],
    ['priority::2', 2, '2'],
    ['Priority/High', 2, 'High'],
    ['priority: critical', 1, 'critical'],
    ['priority-low', 4, 'low'],
    ['prio: hoch', 2, 'hoch'],
    ['Priorität::niedrig', 4, 'niedrig'],
    ['prioridad: alta', 2, 'alta'],
    ['priorité/critique', 1, 'critique'],
    ['P1', 1, 'P1'],
    ['P-1', 1, 'P-1'],
    ['P2: soon', 2, 'P2: soon'],
    ['priority::someday', 0, 'someday'],
  ] as const) {
    it(`is ${rank} in ${label}`, () =>
      assert.deepEqual(priorityOfLabels(['bug', label]), { rank, label: word, whole: label }));
  }

  for (const label of [
    'priority',
    'priority queue',
    'priority-inbox',
    'prioritize',
    'P1000',
    'p-256 curve',
    'ps1',
  ]) {
    it(`is not in ${label}`, () => assert.equal(priorityOfLabels([label]), undefined));
  }

  it('is that of a scope of the team’s own, and then of no other', () => {
    const labels = ['priority::4', 'P4', 'severity::critical'];
    assert.equal(priorityOfLabels(labels, 'Severity')?.rank, 1);
    assert.equal(priorityOfLabels(labels, 'ops (own)'), undefined);
    assert.equal(priorityOfLabels(['ops (own)::2'], 'ops (own)')?.rank, 2);
  });

  it('is the first that says one', () => {
    assert.equal(priorityOfLabels(['priority: needs triage', 'priority: high', 'P1'])?.rank, 2);
  });
});
