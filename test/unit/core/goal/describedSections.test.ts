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
});
