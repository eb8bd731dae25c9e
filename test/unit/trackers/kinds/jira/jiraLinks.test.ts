import assert from 'node:assert/strict';
import { linkedIssues } from '../../../../../src/trackers/kinds/jira/jiraLinks';
import type { JiraLink } from '../../../../../src/trackers/kinds/jira/jiraSchemas';

describe('links of a Jira issue', () => {
  const both = (type: JiraLink['type']): ReturnType<typeof linkedIssues> =>
    linkedIssues([
      { type, inwardIssue: { key: 'IN-1' } },
      { type, outwardIssue: { key: 'OUT-1' } },
    ]);
  const blocking = { blockedBy: ['IN-1'], blocks: ['OUT-1'], implemented: [] };
  const nothing = { blockedBy: [], blocks: [], implemented: [] };

  for (const [what, type, expected] of [
    ['English', { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }, blocking],
    [
      'English, under another name',
      { name: 'Impediment', inward: 'Blocked by', outward: ' Blocks ' },
      blocking,
    ],
    [
      'English, the other way round',
      { name: 'Blocks', inward: 'blocks', outward: 'is blocked by' },
      { blockedBy: ['OUT-1'], blocks: ['IN-1'], implemented: [] },
    ],
    ['German', { name: 'Blocker', inward: 'wird blockiert von', outward: 'blockiert' }, blocking],
    ['Spanish', { name: 'Bloqueo', inward: 'está bloqueado por', outward: 'bloquea a' }, blocking],
    ['without words', { name: 'Blocks' }, blocking],
    ['of another type', { name: 'Relates', inward: 'relates to', outward: 'relates to' }, nothing],
    ['of a type without a name', { inward: 'wird blockiert von', outward: 'blockiert' }, nothing],
    [
      'one of which is English',
      { name: 'Blockade', inward: 'is blocked by', outward: 'hält auf' },
      {
        ...nothing,
        blockedBy: ['IN-1'],
      },
    ],
    [
      'of Product Discovery',
      { name: 'Polaris work item link', inward: 'is implemented by', outward: 'implements' },
      { ...nothing, implemented: ['OUT-1'] },
    ],
  ] as const) {
    it(`are read where they are ${what}`, () => {
      assert.deepEqual(both(type), expected);
    });
  }

  it('may be missing', () => {
    for (const links of [undefined, null, []]) assert.deepEqual(linkedIssues(links), nothing);
  });
});
