import assert from 'node:assert/strict';
import { directGoalsFileParser } from '../../../../../src/teamFiles/goalsFile/directGoalsFileParser';
import { keepsGoals } from '../../../../../src/teamFiles/goalsFile/editing/keepsGoals';

const entry = (key: string, more = '') => `  - { key: ${key}, title: T, level: item${more} }\n`;
const head = 'goals:\n';

/** Whether the edit that puts something behind the beginning of a text keeps the goals and adds NEW-1. */
const keeps = (before: string, added: string, below = '') => {
  const edit = { start: before.length, end: before.length, text: added, line: 0 };
  return keepsGoals(before + below, edit, 'NEW-1', directGoalsFileParser);
};

describe('keepsGoals', () => {
  it('agrees to a new goal among others', async () => {
    assert.equal(await keeps(head, entry('NEW-1')), true);
    assert.equal(await keeps(head + entry('A-1'), entry('new-1')), true);
    assert.equal(await keeps(`${head}  - key: "A-1\n`, entry('NEW-1')), true, 'another entry is broken');
    assert.equal(
      await keeps(head + entry('A-1', ', parent: new-1'), entry('NEW-1')),
      true,
      'it is spelt as its goal',
    );
  });

  it('refuses where the goal is not in the list', async () => {
    assert.equal(await keeps(`${head}${entry('A-1')}x-people:\n  - Ana\n`, entry('NEW-1')), false);
    assert.equal(await keeps(`${head}${entry('A-1')}x-notes: |\n`, entry('NEW-1')), false);
    assert.equal(await keeps(head, entry('OTHER-1')), false);
  });

  it('refuses where a goal, an entry or the numbers would change', async () => {
    assert.equal(await keeps(head, entry('NEW-1'), '    title: T\n'), false);
    assert.equal(await keeps(head + entry('NEW-1'), entry('NEW-1')), false, 'it is there already');
    assert.equal(
      await keeps(`${head}  - key: A-1\n    title: T\n`, entry('NEW-1'), '    level: item\n'),
      false,
    );
    assert.equal(await keeps(head + entry('A-1', ', id: NEW-1'), entry('NEW-1')), false, 'the id of another');
    assert.equal(await keeps(head, `${entry('NEW-1')}  - key: "B\n`), false);
    assert.equal(await keeps(head, `${entry('NEW-1')}numbers: acme/shop\n`), false);
  });
});
