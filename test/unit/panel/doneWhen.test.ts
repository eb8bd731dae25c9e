import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describedGoal } from '../../../src/panel/doneWhen';

describe('describedGoal', () => {
  it('leaves a description without tasks as its paragraphs', () => {
    assert.deepEqual(describedGoal('One\nline.\n\n- a\n- b'), { description: ['One line.', '- a\n- b'] });
    assert.deepEqual(describedGoal(undefined), { description: [] });
  });

  it('takes the first list of tasks out, under its own heading', () => {
    const of = (heading: string): unknown =>
      describedGoal(`Why.\n\n${heading}\n- [x] One\n* [ ] Two\n\nMore.`);
    const items = [
      { text: 'One', done: true },
      { text: 'Two', done: false },
    ];
    for (const [heading, title] of [
      ['## Acceptance criteria', 'Acceptance criteria'],
      ['Acceptance criteria:', 'Acceptance criteria'],
      ['**Definition of done:**', 'Definition of done'],
      ['**Definition of done**:', 'Definition of done'],
      ['', 'Done when'],
    ] as const) {
      assert.deepEqual(of(heading), { description: ['Why.', 'More.'], doneWhen: { title, items } }, heading);
    }
  });

  it('keeps a sentence above the list, and later lists, in the description', () => {
    const made = describedGoal('This must hold.\n- [ ] One\n\nLater:\n\n1. Step\n- [x] Two');
    assert.deepEqual(made.doneWhen?.items, [{ text: 'One', done: false }]);
    assert.equal(made.description[0], 'This must hold.');
    assert.match(made.description.join('\n'), /- \[x\] Two/);
  });

  it('loses no word, whatever the description', () => {
    const line = fc.constantFrom(
      'A sentence.',
      '',
      '- [ ] task',
      '- [x] other',
      '# Head',
      'Head:',
      '- point',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { description, doneWhen } = describedGoal(lines.join('\n'));
        const words = (text: string): string[] =>
          (text.match(/\p{L}+/gu) ?? []).filter((w) => w !== 'x').sort();
        const titled = doneWhen?.title === 'Done when' ? [] : [doneWhen?.title ?? ''];
        const shown = [...description, ...titled, ...(doneWhen?.items.map(({ text }) => text) ?? [])];
        assert.deepEqual(words(shown.join('\n')), words(lines.join('\n')));
      }),
    );
  });
});
