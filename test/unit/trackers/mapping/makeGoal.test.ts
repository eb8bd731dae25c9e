import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod';
import { healths, levels, statusCategories, type Rank } from '../../../../src/core/goal/goal';
import { cut, httpsUrl, makeGoal, type GoalDraft } from '../../../../src/trackers/mapping/makeGoal';
import { readEntries } from '../../../../src/trackers/mapping/readEntries';
import { assertValidGoal } from '../support/validGoal';

const bare: GoalDraft = { id: '1', trackerId: 'test', key: 'A-1', title: 'One', level: 'item' };

describe('makeGoal', () => {
  it('makes the least of the least', () => {
    assert.deepEqual(makeGoal(bare), { ...bare, metrics: [], blockedByKeys: [], blocksKeys: [], labels: [] });
  });

  for (const [what, wrong] of [
    ['an empty id', { id: '' }],
    ['a key that cannot be written', { key: 'A 1' }],
    ['an empty key', { key: ' ' }],
    ['a title that nobody sees', { title: ' \0\u202E\n' }],
  ] as const) {
    it(`makes nothing of ${what}`, () => assert.equal(makeGoal({ ...bare, ...wrong }), undefined));
  }

  it('cleans what it is given', () => {
    const goal = makeGoal({
      ...bare,
      title: '  two\r\nlines\u202E ',
      description: 'a\r\n\0b',
      status: { name: 'In\nprogress', category: 'active' },
      priority: { rank: 1, label: ' Urgent\t' },
      owner: { name: ' Ana\n', email: 'no address' },
      target: '2026-12-12T23:00:00+01:00',
      progress: 1.5,
      parentKey: ' A-2 ',
      blockedByKeys: ['A-3', 'A-3', 'no key', ''],
      labels: [' a\nb ', '\0', 'x'.repeat(200)],
      url: 'javascript:alert(1)',
      updatedAt: 'yesterday',
    });
    assert.ok(goal);
    assertValidGoal(goal);
    const { title, description, status, priority, owner, targetDate, progress, parentKey, labels } = goal;
    assert.deepEqual(
      [title, description, status?.name, priority?.label],
      ['two lines', 'a\nb', 'In progress', 'Urgent'],
    );
    assert.deepEqual([owner, targetDate, progress, parentKey], [{ name: 'Ana' }, '2026-12-12', 1, 'A-2']);
    assert.deepEqual(goal.blockedByKeys, ['A-3']);
    assert.deepEqual(labels, ['a b', `${'x'.repeat(99)}…`]);
    assert.deepEqual([goal.url, goal.updatedAt], [undefined, undefined]);
  });

  it('cuts no character in two', () => {
    assert.equal(cut('ab\u{1F6D2}c', 4), 'ab…');
    assert.equal(cut('abcd', 4), 'abcd');
  });

  it('sends people only to https', () => {
    assert.equal(httpsUrl('https://a.example/ä'), 'https://a.example/%C3%A4');
    for (const bad of [
      'http://a.example',
      'data:,x',
      '//a.example',
      `https://a/${'x'.repeat(3000)}`,
      '',
      null,
    ]) {
      assert.equal(httpsUrl(bad), undefined);
    }
  });

  it('makes a valid goal, or none, of any texts and numbers', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.string({ unit: fc.constantFrom('A', '-', '1', '\n', '\0', '\u2028', '\u202E', '\uD83D') }),
      fc.constantFrom(
        'A-1',
        'https://a.example',
        '2026-Q4',
        '2026-12-12T10:00:00Z',
        '9999-12-31T23:59:59-12:00',
      ),
    );
    const maybe = <T>(some: fc.Arbitrary<T>) =>
      fc.option(some, { nil: fc.sample(fc.constantFrom(null, undefined), 1)[0] });
    const draft = fc.record({
      id: text,
      trackerId: fc.constant('test'),
      key: text,
      title: text,
      level: fc.constantFrom(...levels),
      description: maybe(text),
      status: maybe(fc.record({ name: text, category: fc.constantFrom(...statusCategories) })),
      health: maybe(fc.constantFrom(...healths)),
      priority: maybe(fc.record({ rank: fc.constantFrom<Rank>(0, 1, 2, 3, 4), label: text })),
      owner: maybe(fc.record({ name: maybe(text), email: maybe(text) })),
      target: maybe(text),
      progress: maybe(fc.double()),
      parentKey: maybe(text),
      blockedByKeys: fc.array(text),
      labels: fc.array(text),
      url: maybe(fc.oneof(text, fc.webUrl())),
      updatedAt: maybe(text),
      closedAt: maybe(fc.oneof(text, fc.constant('2026-11-20'))),
    });
    fc.assert(
      fc.property(draft, fc.boolean(), (given, isUsable) => {
        const goal = makeGoal(isUsable ? { ...given, id: '1', key: 'A-1', title: 'One' } : given);
        if (isUsable) assert.ok(goal);
        if (goal) assertValidGoal(goal);
      }),
      { numRuns: 200 },
    );
  });
});

describe('readEntries', () => {
  const schema = z.object({ id: z.string(), title: z.string() });
  const read = (entries: readonly unknown[]) =>
    readEntries(entries, schema, ({ id, title }) => makeGoal({ ...bare, id, key: id, title }));

  it('takes what can be used, and says of the rest what is wrong, on one line each', () => {
    const { goals, problems } = read([
      { id: 'A-1', title: 'One' },
      { id: 'A\n2' },
      7,
      { id: 'A-3', title: '' },
    ]);
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['A-1'],
    );
    assert.deepEqual(
      problems.map((each) => each.replace(/ ?Invalid input.*/, '')),
      [
        'Entry 1 (A 2) is left out: title',
        'Entry 2 (number) is left out: ',
        'Entry 3 (A-3) is left out: it has no usable key or title.',
      ],
    );
  });

  it('takes any entries', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (entries) => {
        const { goals, problems } = read(entries);
        assert.equal(goals.length + problems.length, entries.length);
      }),
    );
  });
});
