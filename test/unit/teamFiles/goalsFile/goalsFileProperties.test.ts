import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseGoalsFile } from '../../../../src/teamFiles/goalsFile/parseGoalsFile';
import { assertSound } from './goalsFileText';

const keys = fc.constantFrom('A', 'a', 'B', 'C-1', 'constructor', 'D/2', 'E#3');
const junk = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constant(undefined));
const likely = (...values: unknown[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: junk });
const relations = fc.oneof(
  { weight: 5, arbitrary: fc.array(keys, { maxLength: 3 }) },
  { weight: 1, arbitrary: junk },
);
/** Like a goal, and mostly one. */
const almostGoal = fc.record(
  {
    key: fc.oneof({ weight: 9, arbitrary: keys }, { weight: 1, arbitrary: junk }),
    title: likely('T', 'A longer title'),
    level: likely('objective', 'initiative', 'epic', 'item'),
    id: likely('A', '1', '2'),
    status: likely('active', { name: 'X', category: 'done' }, { name: 'X' }),
    priority: likely(1, 'P2', { rank: 3, label: 'x' }, { rank: 7 }),
    impact: fc.oneof(
      junk,
      fc.record({
        customers: likely(3, { count: 3, names: ['a', 4] }),
        quotes: likely([{ text: 'x' }, { source: 'y' }, 5]),
        revenue: likely({ amount: 1, currency: 'EUR' }, { amount: 1 }),
      }),
    ),
    target: likely('2026-Q4', 2026, '2026-13'),
    progress: likely(0.5, '62%', 7),
    metrics: likely([{ name: 'x', current: 4 }, { unit: 'x' }]),
    parent: fc.oneof({ weight: 5, arbitrary: keys }, { weight: 1, arbitrary: junk }),
    blockedBy: relations,
    blocks: relations,
    labels: likely(['a'], ['a', 1, null]),
    owner: likely('P', { name: 'P', email: 5 }),
    updated: likely('2026-11-22', 5),
    __proto__x: junk,
  },
  { requiredKeys: ['key', 'title', 'level'] },
);
const document = fc.record({
  goals: fc.array(fc.oneof({ weight: 9, arbitrary: almostGoal }, { weight: 1, arbitrary: junk }), {
    maxLength: 8,
  }),
});
const yamlPiece = fc.constantFrom(
  'goals:\n',
  '- key: A\n',
  '  title: T\n',
  '  level: item\n',
  '  parent: a\n',
  '\t',
  '  ',
  '- ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ': ',
  '&a ',
  '*a',
  '? ',
  '|\n',
  '>-\n',
  '#',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '!!set ',
  '<<: ',
  '\r',
  '\n',
  '\0',
  '\uFEFF',
  '\uD800',
  'x',
  '@',
);

describe('any goals file', function () {
  this.timeout(60_000);

  for (const [name, texts] of [
    ['any text', fc.string({ unit: 'binary', maxLength: 200 })],
    ['any JSON', fc.json()],
    ['pieces of YAML', fc.array(yamlPiece, { maxLength: 40 }).map((pieces) => pieces.join(''))],
    [
      'pieces of YAML in a list of goals',
      fc
        .array(yamlPiece, { maxLength: 40 })
        .map((pieces) => `goals:\n- key: Z\n  title: T\n  level: item\n${pieces.join('')}`),
    ],
    ['nearly right goals as JSON', document.map((value) => JSON.stringify(value))],
    [
      'nearly right goals as YAML',
      document.map((value) => stringify(value, { aliasDuplicateObjects: false })),
    ],
  ] as const) {
    it(`gives sound goals and readable problems: ${name}`, () => {
      fc.assert(
        fc.property(texts, (text) => void assertSound(text)),
        { numRuns: 300 },
      );
    });

    it(`gives what JSON can keep: ${name}`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const result = parseGoalsFile(text, 'file');
          assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
        }),
        { numRuns: 300 },
      );
    });
  }
});

describe('a valid goals file with one goal spoilt', function () {
  this.timeout(60_000);

  const count = 6;
  const lines = (index: number) => [
    `  - key: SHOP-${index}`,
    `    title: Goal ${index}`,
    '    level: item',
    '    labels: [a, "b"]',
    '    description: |',
    '      - key: not one',
    '      text',
    "    owner: 'P'",
  ];
  const fileOf = (spoilt: number, spoil: (own: string[]) => string[]) =>
    [
      'schema: goal-lens/v1',
      'goals:',
      ...Array.from({ length: count }, (_, index) =>
        index === spoilt ? spoil(lines(index)) : lines(index),
      ).flat(),
      '',
    ].join('\n');
  const others = (text: string, spoilt: number) => {
    const { goals } = parseGoalsFile(text, 'file');
    return goals.filter(({ key }) => key !== `SHOP-${spoilt}`);
  };
  const expected = (spoilt: number) =>
    others(
      fileOf(spoilt, (own) => own),
      spoilt,
    );
  const place = fc.record({ spoilt: fc.nat(count - 1), line: fc.nat(6), column: fc.nat(30) });

  it('keeps the others when characters are put into it', () => {
    // Not a question mark: at the margin it makes valid YAML, with another meaning, of all that follows.
    const noise = fc.constantFrom(
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ':',
      ': ',
      ' ',
      '\t',
      '@',
      '`',
      '*x',
      '&x',
      '!x ',
      '|',
      '>',
      '#',
      '%',
      '\\',
      '\0',
      ', ',
      'x',
    );
    fc.assert(
      fc.property(
        place,
        fc.array(noise, { minLength: 1, maxLength: 4 }),
        ({ spoilt, line, column }, inserted) => {
          // A name at the margin with something of its own below it ends the list.
          fc.pre(column > 0 || !/^x+:/.test(inserted.join('')));
          const text = fileOf(spoilt, (own) =>
            own.map((written, index) => {
              // The dash of an entry is what tells it from the entry before.
              const at = index === 0 ? Math.max(4, column) : index === line ? column : -1;
              return index === line ? written.slice(0, at) + inserted.join('') + written.slice(at) : written;
            }),
          );
          assert.deepEqual(
            others(text, spoilt).filter(({ key }) => /^SHOP-[0-5]$/.test(key)),
            expected(spoilt),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps the others when lines of it are lost', () => {
    fc.assert(
      fc.property(fc.nat(count - 1), fc.subarray([1, 2, 3, 4, 5, 6, 7]), (spoilt, lost) => {
        const text = fileOf(spoilt, (own) => own.filter((_, index) => !lost.includes(index)));
        assert.deepEqual(others(text, spoilt), expected(spoilt));
      }),
    );
  });

  it('keeps every other entry whatever value a field of one entry has', () => {
    // Not the key: with that of another goal the entry would be taken for that one, written twice.
    const fields = fc.constantFrom(
      'title',
      'level',
      'parent',
      'impact',
      'status',
      'owner',
      'metrics',
      'labels',
      'blocks',
      'progress',
      'url',
      'nonsense',
    );
    fc.assert(
      fc.property(fc.nat(count - 1), fields, fc.jsonValue(), (spoilt, field, value) => {
        // JSON is YAML on one line: whatever its shape, the value ends where the field does.
        const text = fileOf(spoilt, (own) => [
          // Key, title and level, which every entry must have, and the field; the other lines would name some fields
          // twice. Of a field written twice the first would be read, and the value never.
          ...own.slice(0, 3).filter((line) => !line.startsWith(`    ${field}:`)),
          `    ${field}: ${JSON.stringify(value)}`,
        ]);
        assertSound(text);
        // The same to the last part: no value made up here is a key, by which parents and
        // blocks would reach the others.
        assert.deepEqual(others(text, spoilt), expected(spoilt));
      }),
    );
  });
});
