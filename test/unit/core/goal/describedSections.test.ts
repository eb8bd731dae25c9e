import assert from 'node:assert/strict';
import { describedReason, goalBounds } from '../../../../src/core/goal/describedSections';

describe('goalBounds', () => {
  for (const [how, heading] of [
    ['a Markdown heading', '## Acceptance criteria'],
    ['a closed Markdown heading', '### Definition of Done ###'],
    ['a Jira heading', 'h3. Done when'],
    ['a strong line', '**Acceptance Criteria**'],
    ['a strong line with a colon', '**Success criteria:**'],
    ['a line with a colon', 'Acceptance criteria:'],
    ['a line of its own', 'Definition of done'],
  ] as const) {
    it(`finds what has to be true below ${how}`, () => {
      const description = `Why it matters.\n\n${heading}\n\n- [x] One\n* Two\n3. Three\n\n## Notes\n- Four`;
      assert.deepEqual(goalBounds({ description }), { acceptance: ['One', 'Two', 'Three'], outOfScope: [] });
      assert.equal(describedReason(description).split('\n')[0], 'Why it matters.');
    });
  }

  it('takes whole lines where the section holds no list', () => {
    const description = 'Out of scope\nGuest checkout.\nGift cards.';
    assert.deepEqual(goalBounds({ description }).outOfScope, ['Guest checkout.', 'Gift cards.']);
  });

  it('prefers the fields of the goal', () => {
    const description = '## Out of scope\n- From the text\n## Done when\n- It works';
    assert.deepEqual(goalBounds({ description, outOfScope: ['From the field'] }), {
      outOfScope: ['From the field'],
      acceptance: ['It works'],
    });
  });

  it('finds nothing in a sentence that only speaks of it', () => {
    const description = 'The acceptance criteria are in the wiki.\nOut of scope is nothing: we do it all.';
    assert.deepEqual(goalBounds({ description }), { acceptance: [], outOfScope: [] });
    assert.equal(describedReason(description), description);
  });

  it('has nothing where there is no description, or both fields are filled', () => {
    assert.deepEqual(goalBounds({}), { acceptance: [], outOfScope: [] });
    const fields = { acceptance: ['A field'], outOfScope: ['Another'] };
    assert.deepEqual(goalBounds({ ...fields, description: 'Done when\n- x\nOut of scope\n- y' }), fields);
    assert.deepEqual(goalBounds({ acceptance: ['A field'], description: 'Done when\n- x' }), {
      acceptance: ['A field'],
      outOfScope: [],
    });
  });

  it('ends a section at any heading, but not at a line with a colon that names none', () => {
    const description = 'Done when:\n- One\n\nSteps so far:\n- Two\n__Notes__\n- Three\nnon-goals:\n- Four';
    assert.deepEqual(goalBounds({ description }), { acceptance: ['One', 'Two'], outOfScope: ['Four'] });
    assert.equal(describedReason(description), '- Three');
  });

  it('passes over blank lines and trims, also where there is no list', () => {
    const description = 'Why.\n\nDone when\n\n  It works.  \n \n  It is quick.';
    assert.deepEqual(goalBounds({ description }).acceptance, ['It works.', 'It is quick.']);
    assert.equal(describedReason(`  ${description}`), 'Why.');
  });

  it('takes at most 50 lines', () => {
    const list = Array.from({ length: 51 }, (_, at) => `- Line ${at}`);
    const found = goalBounds({ description: ['DoD', ...list].join('\n') }).acceptance;
    assert.deepEqual([found.length, found[49]], [50, 'Line 49']);
  });
});
