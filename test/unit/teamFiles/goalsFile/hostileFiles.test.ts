import assert from 'node:assert/strict';
import { maxGoalsFileLength, parseGoalsFile } from '../../../../src/teamFiles/goalsFile/parseGoalsFile';
import { assertSound, keysOf, problemsOf } from './goalsFileText';

const good = '- { key: GOOD, title: T, level: item }\n';
/** Ten times ten for each step. */
const bomb = (steps: number) =>
  `x-0: &a0 [${'x, '.repeat(10)}]\n` +
  Array.from(
    { length: steps },
    (_, i) => `x-${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]\n`,
  ).join('');

describe('a hostile goals file', function () {
  // One comparison of each with each would take minutes; a busy machine needs some seconds for one pass.
  this.timeout(60_000);

  it('of 10 MB is not parsed', () => {
    const { goals, problems } = parseGoalsFile(`goals:\n${good}`.padEnd(10_000_000, '#'), 'file');
    assert.deepEqual(goals, []);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['The goals file has 9.5 MB, and at most 2 MB are read: split it, or move finished goals out.'],
    );
  });

  it('of the greatest length is parsed', () => {
    assert.deepEqual(keysOf(`goals:\n${good}#`.padEnd(maxGoalsFileLength, '#')), ['GOOD']);
  });

  for (const steps of [5, 9]) {
    it(`with an alias bomb of 10^${steps + 1} values loses only the goal that uses it`, () => {
      const text = `${bomb(steps)}goals:\n- { key: BAD, title: T, level: item, labels: *a${steps} }\n${good}`;
      assert.deepEqual(keysOf(text), ['GOOD']);
      assert.match(
        problemsOf(text).join(),
        /^error \d+:2-\d+ This entry (is nested too deeply|uses aliases that stand for too many values): write it out plainly\. It is left out until then\.$/,
      );
    });
  }

  it('with an alias in itself, or to nothing, loses only that', () => {
    const text = `goals:\n- &self [*self]\n- *self\n- { key: A, title: T, level: item, owner: *nobody }\n${good}`;
    assert.deepEqual(keysOf(text), ['A', 'GOOD']);
    assert.match(
      problemsOf(text).join('\n'),
      /\*nobody stands for nothing: name a value with &nobody above it, or write the value out\./,
    );
  });

  it('does not merge maps with <<', () => {
    const text = `x-base: &base { level: item }\ngoals:\n- { <<: *base, key: A, title: T }\n${good}`;
    assert.deepEqual(keysOf(text), ['GOOD']);
    assert.match(problemsOf(text).join('\n'), /Unknown key "<<" is ignored\./);
  });

  for (const [name, text] of [
    ['brackets', `goals:\n${good}- { key: BAD, title: T, level: item, labels: ${'['.repeat(20_000)}`],
    ['closed brackets', `goals:\n${good}- ${'['.repeat(200)}${']'.repeat(200)}`],
    ['braces', `goals:\n${good}- ${'{a: '.repeat(5000)}`],
    ['dashes', `goals:\n${good}- ${'- '.repeat(20_000)}x`],
    ['question marks', `goals:\n${good}- ${'? '.repeat(20_000)}x`],
    [
      'stairs',
      `goals:\n${good}- ${Array.from({ length: 900 }, (_, i) => `${' '.repeat(i + 2)}a:\n`)
        .join('')
        .trimStart()}`,
    ],
  ] as const) {
    it(`nested very deeply in ${name} loses only the goal that is`, () => {
      assertSound(text);
      assert.deepEqual(keysOf(text), ['GOOD']);
    });
  }

  it('does not reach prototypes', () => {
    const text = `goals:\n- key: A\n  title: T\n  level: item\n  __proto__: { polluted: 1, owner: X }\n  impact: { __proto__: { severity: X }, constructor: { prototype: { polluted: 1 } } }\n- __proto__: { key: B, title: T, level: item }\n- *__proto__\n`;
    const [goal, ...others] = assertSound(text);
    assert.deepEqual(others, []);
    assert.equal(goal?.owner, undefined);
    assert.equal(goal?.impact, undefined);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });

  it('with NUL bytes is read without them', () => {
    const [goal] = assertSound('goals:\n- key: A\0-1\n  title: "a\0b"\n  level: item\n');
    assert.equal(goal?.key, 'A-1');
    assert.equal(goal.title, 'ab');
    assertSound('\0\0\0\u0001PK\u0003\u0004');
  });

  for (const [name, text, least] of [
    [
      'goals',
      Array.from(
        { length: 20_000 },
        (_, i) => `- { key: K-${i}, title: T, level: item, parent: X-${i}, blocks: [K-1] }\n`,
      ).join(''),
      20_000,
    ],
    [
      'parents in one circle',
      Array.from(
        { length: 20_000 },
        (_, i) => `- { key: K-${i}, title: T, level: item, parent: K-${(i + 1) % 20_000} }\n`,
      ).join(''),
      20_000,
    ],
    [
      'goals after a fault',
      `- key: "\n${Array.from({ length: 20_000 }, (_, i) => `- { key: K-${i}, title: T, level: item }\n`).join('')}`,
      20_000,
    ],
    [
      'unknown keys in one goal',
      `- { key: A, title: T, level: item, ${Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join(', ')} }`,
      1,
    ],
  ] as const) {
    it(`with very many ${name} takes no more time than its length asks for`, () => {
      assert.equal(keysOf(`goals:\n${text}`).length, least);
    });
  }
});
