import assert from 'node:assert/strict';
import { maxGoalsFileLength, parseGoalsFile } from '../../../../src/teamFiles/goalsFile/parseGoalsFile';
import { Guesses } from '../../../../src/teamFiles/record/guesses';
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

  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    it(`with ${name} wherever a text may stand keeps its other goals`, () => {
      const entries = [
        `{ key: LINK, title: T, level: item, links: [{ branch: x, repository: 'https://${name}/a/b' }] }`,
        `{ key: ${name}, title: ${name}, level: item, parent: ${name}, owner: ${name}, labels: [${name}] }`,
        `{ key: WORD, title: T, level: item, status: ${name}, health: ${name}, priority: ${name} }`,
        `{ key: NAME, title: T, level: item, ${name}: x, owner: { name: x, ${name}: x } }`,
        `{ key: LEVEL, title: T, level: ${name} }`,
      ];
      const text = `goals:\n${entries.map((entry) => `- ${entry}\n`).join('')}${good}`;
      const keys = keysOf(text);
      for (const key of ['LINK', 'WORD', 'NAME', 'GOOD']) assert.ok(keys.includes(key), key);
      assertSound(text);
    });
  }

  it('keeps its other goals where Goal Lens itself fails on one', () => {
    class Failing extends Guesses {
      override closest(): never {
        throw new TypeError('oh no');
      }
    }
    const text = `goals:\n- { key: BAD, title: T, level: item, titel: x }\n${good}`;
    const { goals, problems, badEntries } = parseGoalsFile(text, 'file', new Failing());
    assert.deepEqual([goals.map(({ key }) => key), badEntries], [['GOOD'], 1]);
    assert.deepEqual(
      problems.map(({ message, range }) => [message, range.startLine]),
      [['Goal Lens has a fault and leaves this entry out: TypeError: oh no. Please report it.', 1]],
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

  for (const [name, open] of [
    ['brackets', '['],
    ['braces', '{'],
    ['braces with names', '{a: '],
    ['dashes', '- '],
    ['question marks', '? '],
    ['brackets in question marks', '? ['],
  ] as const) {
    // Deep inside a recursion V8 cannot compile an expression: it ends the process, whatever is caught.
    it(`is not gone into as deep as the stack reaches, nor read to its end: ${name}`, () => {
      const text = `goals:\n${good}- `;
      const deep = text + open.repeat(Math.floor((maxGoalsFileLength - text.length) / open.length));
      assert.deepEqual(keysOf(deep), ['GOOD']);
      assert.match(
        problemsOf(deep)[0] ?? '',
        /^error 2:\d+-\d+ (Line 3|The goal that begins on line 3) is nested too deeply to be read\. A goal needs only a few levels\.$/,
      );
    });
  }

  it('may have deeper parts of its own than any goal', () => {
    const text = `x-own: ${'['.repeat(40)}${']'.repeat(40)}\ngoals:\n${good}`;
    assert.deepEqual([keysOf(text), problemsOf(text)], [['GOOD'], []]);
  });

  it('with very many problems tells the first of each kind, and how many more there are', () => {
    const text = `goals:\n${'- { key: A, title: T, level: item, x: 1 }\n'.repeat(700)}`;
    const problems = problemsOf(text);
    assert.equal(problems.length, 1001);
    assert.equal(problems[0], 'warning 0:0-1 399 more problems are not listed: mend those that are.');
    assert.equal(problems.filter((problem) => problem.startsWith('error')).length, 500);
  });

  it('with very many broken entries reads no more of them', () => {
    const broken = '- { key: "A }\n'.repeat(20_000);
    const { goals, badEntries } = parseGoalsFile(`goals:\n${good}${broken}`, 'file');
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['GOOD'],
    );
    assert.equal(badEntries, 20_000);
  });

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

describe('guesses in a goals file', () => {
  /** Keys of 64 letters that are alike for long, and parents that are none of them. */
  const file = (goals: number, parents: number) => {
    const key = (at: number) => `${'abcdefghij'.repeat(6)}${String(at).padStart(4, '0')}`;
    const entries = Array.from({ length: goals }, (_, at) => {
      const parent = at < parents ? `, parent: ${'abcdefghij'.repeat(6)}x${at}` : '';
      return `- { key: ${key(at)}, title: T, level: item${parent} }`;
    });
    return `goals:\n${entries.join('\n')}`;
  };

  it('share one budget', () => {
    const guesses = new Guesses(100_000);
    const { goals, problems } = parseGoalsFile(file(1500, 20), 'file', guesses);
    assert.equal(goals.length, 1500);
    // A little more: the row of letters on which the budget ran out.
    assert.ok(guesses.work >= 100_000 && guesses.work < 110_000, `${guesses.work} letters`);
    assert.equal(problems.filter(({ message }) => message.includes('did you mean')).length, 0);
    assert.equal(problems.filter(({ message }) => message.includes('Neither this file')).length, 20);
  });

  it('of unknown fields share it too', () => {
    const guesses = new Guesses(100_000);
    const entry = (at: number) => `- { key: K-${at}, title: T, level: item, titel: 1, levle: 2, ownr: 3 }`;
    parseGoalsFile(
      `goals:\n${Array.from({ length: 2000 }, (_, at) => entry(at)).join('\n')}`,
      'file',
      guesses,
    );
    assert.ok(guesses.work >= 100_000 && guesses.work < 105_000, `${guesses.work} letters`);
  });

  it('grow no faster than the file, and stop', () => {
    const works = [100, 200, 400, 800, 1600, 3200].map((goals) => {
      const guesses = new Guesses();
      parseGoalsFile(file(goals, 20), 'file', guesses);
      return guesses.work;
    });
    works.forEach((work, at) => assert.ok(at === 0 || work <= 2.2 * (works[at - 1] ?? 0), works.join()));
    assert.ok(Math.max(...works) < 4_010_000, works.join());
  });
});
