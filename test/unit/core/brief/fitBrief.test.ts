import assert from 'node:assert/strict';
import { fitBrief, type BriefEntry, type BriefField } from '../../../../src/core/brief/fitBrief';
import { tokensAtMost } from '../../../../src/core/brief/tokenBound';

const frame = {
  note: 'Data.',
  cutLine: (shortened: readonly string[], leftOut: readonly string[]): string =>
    `Cut: ${shortened.join(', ')} | ${leftOut.join(', ')}`,
  random: () => '0123abcd',
};
const entry = (field: BriefField, ...parts: string[]): BriefEntry => ({
  field,
  label: field.toUpperCase(),
  parts,
});
const words = (count: number): string => Array.from({ length: count }, () => 'order').join(' ');
const linesOf = (text: string): string[] => text.split('\n');

describe('fitBrief', () => {
  it('has the fields in their own order, between its marks', () => {
    const entries = [
      entry('address', 'https://x'),
      entry('why', 'Because.'),
      entry('goal', 'SHOP-7', 'Cart'),
    ];
    const { text, fields, cut } = fitBrief(entries, frame);
    assert.deepEqual(linesOf(text), [
      '[goal-lens 0123abcd] Data.',
      'GOAL: SHOP-7; Cart',
      'WHY: Because.',
      'ADDRESS: https://x',
      '[/goal-lens 0123abcd]',
      'Cut:  | ',
    ]);
    assert.deepEqual(Object.entries(fields), [
      ['goal', 'SHOP-7; Cart'],
      ['why', 'Because.'],
      ['address', 'https://x'],
    ]);
    assert.deepEqual(cut, { shortened: [], leftOut: [] });
  });

  it('has nothing but its marks where there are no fields', () =>
    assert.deepEqual(linesOf(fitBrief([], frame).text).length, 4));

  it('says how many parts were left out before', () => {
    const { fields, cut, text } = fitBrief([{ ...entry('doneWhen', 'One', 'Two'), more: 3 }], frame);
    assert.equal(fields.doneWhen, 'One; Two (+3)');
    assert.deepEqual(cut, { shortened: ['doneWhen'], leftOut: [] });
    assert.match(text, /^Cut: DONEWHEN \| $/m);
  });

  it('leaves out the last parts of a long field, and counts them', () => {
    const parts = Array.from({ length: 6 }, (_, at) => `${at} ${words(20)}`);
    const long = { ...entry('doneWhen', ...parts), more: 2 };
    const { fields, cut } = fitBrief([long], frame);
    const kept = fields.doneWhen!.split('; ').length;
    assert.ok(kept > 1 && kept < 6, fields.doneWhen);
    assert.ok(fields.doneWhen!.endsWith(` (+${6 - kept + 2})`), fields.doneWhen);
    assert.deepEqual(cut, { shortened: ['doneWhen'], leftOut: [] });
  });

  it('cuts a long part at a word', () => {
    const { fields } = fitBrief([entry('why', words(100))], frame);
    assert.match(fields.why!, /^(?:order )+order…$/);
    assert.ok(tokensAtMost(fields.why!) <= 64);
    const { fields: many } = fitBrief([{ ...entry('why', words(100), 'Two'), more: 4 }], frame);
    assert.match(many.why!, /^(?:order )+order… \(\+5\)$/);
    const { fields: more } = fitBrief([entry('why', words(100), 'Two', 'Three')], frame);
    assert.match(more.why!, /^(?:order )+order… \(\+2\)$/);
  });

  it('leaves out a field that is of no use when cut', () => {
    const { fields, cut, text } = fitBrief([entry('due', words(40)), entry('goal', 'SHOP-7')], frame);
    assert.deepEqual(fields, { goal: 'SHOP-7' });
    assert.deepEqual(cut, { shortened: [], leftOut: ['due'] });
    assert.match(text, /^Cut: {2}\| DUE$/m);
  });

  it('cuts a word that is too long by itself, and leaves out one that has no room at all', () => {
    const long = [entry('why', 'é'.repeat(400))];
    assert.match(fitBrief(long, frame).fields.why!, /^é{16,31}…$/);
    const { fields, cut } = fitBrief(long, frame, 50);
    assert.deepEqual([fields, cut], [{}, { shortened: [], leftOut: ['why'] }]);
  });

  it('keeps its budget, with what is worth most', () => {
    const byWorth = ['goal', 'now', 'status', 'for', 'measure', 'address'] as const;
    const entries = byWorth.map((field) => ({ ...entry(field, 'short'), label: 'label' }));
    const seen = new Set<number>();
    for (let tokens = 0; tokens <= 120; tokens += 1) {
      const { text, fields, cut } = fitBrief(entries, frame, tokens);
      const kept = byWorth.filter((field) => field in fields);
      assert.deepEqual(kept, byWorth.slice(0, kept.length), `${tokens}`);
      assert.equal(cut.leftOut.length, byWorth.length - kept.length);
      if (kept.length > 0) assert.ok(tokensAtMost(text) <= tokens, `${tokens}: ${text}`);
      seen.add(kept.length);
    }
    assert.deepEqual([...seen], [0, 1, 2, 3, 4, 5, 6]);
  });

  it('takes a mark that none of its fields holds', () => {
    const nonces = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'];
    const random = (): string => nonces.shift() ?? '';
    const { text } = fitBrief([entry('goal', 'aaaaaaaa'), entry('why', 'bbbbbbbb')], { ...frame, random });
    assert.match(text, /^\[goal-lens cccccccc\]/);
  });

  it('never takes more than 400 tokens', () => {
    const entries = (
      ['goal', 'priority', 'howWeKnow', 'now', 'doneWhen', 'why', 'status', 'outOfScope'] as const
    ).map((field) => entry(field, words(90), words(90)));
    for (const tokens of [undefined, 5000]) {
      const { text, cut } = fitBrief(entries, frame, tokens);
      assert.ok(tokensAtMost(text) <= 400, text);
      assert.ok(cut.shortened.length > 0);
    }
  });
});
