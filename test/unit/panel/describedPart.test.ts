import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describedPart } from '../../../src/panel/describedPart';

const described = (description: string): ReturnType<typeof describedPart> => describedPart({ description });

describe('describedPart', () => {
  it('leaves a description without tasks as its paragraphs', () => {
    assert.deepEqual(described('One\nline.\n\n- a\n- b'), {
      description: ['One line.', '- a\n- b'],
      bounds: [],
    });
    assert.deepEqual(describedPart({}), { description: [], bounds: [] });
  });

  it('takes the first list of tasks out, under its own heading', () => {
    const of = (heading: string): unknown => described(`Why.\n\n${heading}\n- [x] One\n* [ ] Two\n\nMore.`);
    const items = [
      { text: 'One', mark: 'done' },
      { text: 'Two', mark: 'open' },
    ];
    for (const [heading, title] of [
      ['## Acceptance criteria', 'Acceptance criteria'],
      ['Acceptance criteria:', 'Acceptance criteria'],
      ['**Definition of done:**', 'Definition of done'],
      ['**Definition of done**:', 'Definition of done'],
      ['', 'Done when'],
    ] as const) {
      assert.deepEqual(of(heading), { description: ['Why.', 'More.'], bounds: [{ title, items }] }, heading);
    }
  });

  it('keeps a sentence above the list, and later lists, in the description', () => {
    const made = described('This must hold.\n- [ ] One\n\nLater:\n\n1. Step\n- [x] Two');
    assert.deepEqual(made.bounds[0]?.items, [{ text: 'One', mark: 'open' }]);
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
        const { description, bounds } = described(lines.join('\n'));
        const words = (text: string): string[] =>
          (text.match(/\p{L}+/gu) ?? []).filter((w) => w !== 'x').sort();
        const titled = bounds.map(({ title }) => title).filter((title) => title !== 'Done when');
        const shown = [
          ...description,
          ...titled,
          ...bounds.flatMap(({ items }) => items.map(({ text }) => text)),
        ];
        assert.deepEqual(words(shown.join('\n')), words(lines.join('\n')));
      }),
    );
  });

  it('lists what a goal says in fields of its own: before its tasks when it is done, after them what is left out', () => {
    const { description, bounds } = describedPart({
      description: 'Why.\n\n- [x] One',
      acceptance: ['Nobody pays twice'],
      outOfScope: ['Guest checkout'],
    });
    assert.deepEqual(description, ['Why.']);
    assert.deepEqual(bounds, [
      {
        title: 'Done when',
        items: [
          { text: 'Nobody pays twice', mark: 'point' },
          { text: 'One', mark: 'done' },
        ],
      },
      { title: 'Out of scope', items: [{ text: 'Guest checkout', mark: 'outside' }] },
    ]);
  });
});
