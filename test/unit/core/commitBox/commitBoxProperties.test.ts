import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tailFor } from '../../../../src/core/commitBox/ownTail';
import { BoxModel } from './boxModel';

const due = (...keys: string[]) => ({ token: 'Initiative', keys, eol: '\n' });

/** One thing that happens, as data, so that a failure can be read. */
type Step =
  | readonly ['type' | 'paste' | 'set', string]
  | readonly ['select', number, number]
  | readonly ['due', readonly string[]]
  | readonly [
      | 'backspace'
      | 'delete'
      | 'undo'
      | 'redo'
      | 'focus'
      | 'deliver'
      | 'settle'
      | 'act'
      | 'probe'
      | 'late'
      | 'rest',
    ];

function take(box: BoxModel, step: Step): void {
  if (step.length === 1) {
    if (step[0] === 'focus') box.isFocused = !box.isFocused;
    else box[step[0]]();
    return;
  }
  switch (step[0]) {
    case 'type':
      for (const char of step[1]) box.type(char);
      break;
    case 'paste':
      box.type(step[1]);
      break;
    case 'set':
      box.set(step[1]);
      break;
    case 'select':
      box.select(step[1], step[2]);
      break;
    case 'due':
      box.setDue(due(...step[1]));
      break;
  }
}

const offset = fc.oneof(fc.nat(40), fc.constantFrom(0, 1000));
const texts = [
  'Fix the retry',
  'a\n\nBody',
  '\n',
  'Refs: A-1',
  'a\n\nRefs: A-1',
  'Initiative: SHOP-9',
  '\n\nInitiative: SHOP-7',
];
const word = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', ':', '7'), minLength: 1, maxLength: 5 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: word.map((text) => ['type', text] as const) },
    { weight: 1, arbitrary: fc.constantFrom(...texts).map((text) => ['paste', text] as const) },
    { weight: 1, arbitrary: fc.constantFrom('', "Merge branch 'x'").map((text) => ['set', text] as const) },
    { weight: 2, arbitrary: offset.map((at) => ['select', at, at] as const) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('select' as const), offset, offset) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom([], ['SHOP-7'], ['SHOP-9'], ['SHOP-7', 'SHOP-9'])
        .map((keys) => ['due', keys] as const),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom('backspace', 'delete', 'undo', 'redo', 'focus')
        .map((name) => [name] as const),
    },
    {
      weight: 10,
      arbitrary: fc
        .constantFrom('deliver', 'settle', 'act', 'probe', 'late', 'rest')
        .map((name) => [name] as const),
    },
  ),
  { maxLength: 60, size: 'max' },
);

describe('a commit box, whatever happens in it', () => {
  it('keeps every byte of the person’s, and ends with the tag below it or without a trace of us', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const box = new BoxModel();
        box.setDue(due('SHOP-7'));
        for (const step of list) take(box, step);
        box.rest();
        // The box is empty after a commit: whatever was before, the next message is tagged.
        box.set('');
        box.rest();
        assert.equal(box.text, '');
        box.setDue(due('SHOP-7'));
        box.isFocused = true;
        for (const char of 'Subject') box.type(char);
        box.rest();
        assert.equal(box.text, 'Subject\n\nInitiative: SHOP-7');
        assert.equal(box.caretOffset, 'Subject'.length);
      }),
      { numRuns: 5000 },
    );
  });

  it('tags for no goal twice, however late it hears of what it did', () => {
    // An undo while a snippet is on its way brings back a trailer that the snippet knows nothing of.
    const forward = steps.map((list) => list.filter(([name]) => name !== 'undo' && name !== 'redo'));
    fc.assert(
      fc.property(forward, (list) => {
        const box = new BoxModel();
        box.setDue(due('SHOP-7'));
        for (const step of list) take(box, step);
        box.rest();
        const tags = box.ours.match(/^Initiative: SHOP-\d$/gm) ?? [];
        assert.equal(new Set(tags).size, tags.length, JSON.stringify(box.text));
      }),
      { numRuns: 5000 },
    );
  });

  it('holds exactly the tail that is due wherever the machine calls one its own', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom([], ['SHOP-7'], ['SHOP-9']), (list, keys) => {
        const box = new BoxModel();
        box.setDue(due('SHOP-7'));
        for (const step of list) take(box, step);
        box.rest();
        // A key of the person's ends the silence after an undo.
        box.type('x');
        box.rest();
        box.setDue(due(...keys));
        box.rest();
        const { machine, text } = box;
        const tail = machine.tailText;
        if (tail === undefined) {
          const isTheirs = machine.isLeftOut || machine.keysWritten.length > 0;
          assert.ok(keys.length === 0 || !machine.hasSubject || isTheirs, JSON.stringify(text));
        } else {
          const own = text.slice(0, text.length - tail.length);
          assert.equal(text, own + tailFor(own, 'Initiative', keys, '\n'));
          assert.ok(own.trim() !== '', 'nothing of ours stands in a box without a subject');
          assert.ok(box.ours.endsWith(tail), 'what the machine calls its own was written by it');
        }
      }),
      { numRuns: 5000 },
    );
  });
});
