import assert from 'node:assert/strict';
import { parseGoalsFile } from '../../../../src/teamFiles/goalsFile/parseGoalsFile';
import { fileWith, goalOf, keysOf, problemsOf } from '../goalsFile/goalsFileText';

const without = (field: string) => `The goal is loaded without ${field}.`;

describe('a field that cannot be used', () => {
  for (const [line, place, message] of [
    ['id: 10042', '8-13', 'id must be text: put it in quotes, "10042".'],
    ['description: [a]', '17-20', 'description must be text.'],
    [`description: ${'x'.repeat(20_001)}`, '17-', 'description must have at most 20,000 characters.'],
    [
      'status: In review',
      '12-21',
      'status must be one of proposed, planned, active, blocked, done, dropped, or { name: In review, category: active }.',
    ],
    [
      'status: { name: X, category: open }',
      '33-37',
      'status.category must be one of proposed, planned, active, blocked, done, dropped.',
    ],
    ['health: green', '12-17', 'health must be on-track, at-risk or off-track.'],
    ['priority: 5', '14-15', 'priority must be 1 (urgent) to 4 (low)'],
    ['priority: P0', '14-16', 'priority must be 1 (urgent) to 4 (low)'],
    ['priority: { rank: 9, label: X }', '22-23', 'priority.rank must be 0 to 4.'],
    ['impact: many', '12-16', 'impact must be a map with customers, requests, revenue'],
    [
      'impact: { customers: some }',
      '25-29',
      'impact.customers must be a whole number, 0 or more, or { count: 38, names: [Acme] }.',
    ],
    ['impact: { customers: 1.5 }', '25-28', 'impact.customers must be a whole number, 0 or more'],
    ['impact: { customers: -1 }', '25-27', 'impact.customers must be a whole number, 0 or more'],
    [
      'impact: { customers: { count: "3" } }',
      '34-37',
      'impact.customers.count must be a whole number, 0 or more, without quotes.',
    ],
    ['impact: { requests: -3 }', '24-26', 'impact.requests must be a whole number, 0 or more.'],
    ['impact: { revenue: 5 }', '23-24', 'impact.revenue must be a map with amount, currency.'],
    [
      'impact: { revenue: { amount: -5, currency: EUR } }',
      '33-35',
      'impact.revenue.amount must be 0 or more.',
    ],
    [
      'impact: { revenue: { amount: 5, currency: Euro } }',
      '46-50',
      'impact.revenue.currency must be a three-letter currency code, like EUR.',
    ],
    ['impact: { score: .inf }', '21-25', 'impact.score must be a number, without quotes.'],
    ['impact: { score: .nan }', '21-25', 'impact.score must be a number, without quotes.'],
    ['impact: { segments: enterprise }', '24-34', 'impact.segments must be a list, like [enterprise].'],
    [
      'impact: { quotes: [{ text: a, url: "http://x.example" }] }',
      '39-57',
      'impact.quotes[0].url must begin with https://.',
    ],
    ['owner: 5', '11-12', 'owner must be'],
    ['owner: { name: A, email: nobody }', '29-35', 'owner.email must be an e-mail address.'],
    [
      'target: soon',
      '12-16',
      'target must be a day (2026-12-12), month (2026-12), quarter (2026-Q4), half (2026-H2) or year (2026).',
    ],
    ['target: 2026-02-30', '12-22', 'target must be a day'],
    ['target: 26', '12-14', 'target must be a day'],
    ['target: 20261212', '12-20', 'target must be a day'],
    ['progress: 62', '14-16', 'progress must be a number from 0 to 1 or a percentage: 0.62 or "62%".'],
    ['progress: 101%', '14-18', 'progress must be'],
    ['progress: half', '14-18', 'progress must be'],
    ['metrics: 4', '13-14', 'metrics must be a list, like [{ name: Lost carts, current: 41, target: 10 }].'],
    ['metrics: [{ name: a, current: "4" }]', '34-37', 'metrics[0].current must be a number, without quotes.'],
    ['parent: 7', '12-13', 'parent must be text: put it in quotes, "7".'],
    ['parent: SHOP 7', '12-18', 'parent must be a key, a number with its repository'],
    ['blockedBy: A-2', '15-18', 'blockedBy must be a list, like [SHOP-1, SHOP-2].'],
    ['labels: [ok, true]', '17-21', 'labels[1] must be text: put it in quotes, "true".'],
    ['url: http://x.example', '9-25', 'url must begin with https://.'],
    ['url: javascript:alert(1)', '9-28', 'url must begin with https://.'],
    [
      'url: https://github.com@evil.example',
      '9-40',
      'url must be an address without a name and @ before the host.',
    ],
    ['url: https://', '9-17', 'url must be a web address that begins with https://.'],
    ['updated: yesterday', '13-22', 'updated must be a date or a date and time, like 2026-11-22T10:00:00Z.'],
  ] as const) {
    it(`is reported at its place and left out: ${line.slice(0, 60)}`, () => {
      const text = fileWith(line);
      const [problem, ...others] = problemsOf(text);
      assert.deepEqual(others, []);
      assert.ok(problem!.startsWith(`error 4:${place}`), problem);
      assert.ok(problem!.includes(` ${message}`), problem);
      assert.ok(problem!.endsWith(without('it')), problem);
      assert.deepEqual(keysOf(text), ['A-1']);
    });
  }

  it('does not take the rest of its map or list along', () => {
    const text = fileWith(
      'impact: { customers: { count: -1, names: [Acme, 4, Globex] }, requests: x, severity: High }',
      'metrics: [{ name: a, current: 1, target: x }, { unit: "%" }, { name: c }]',
      'labels: [a, 1, b]',
    );
    const { goals, problems } = parseGoalsFile(text, 'file');
    assert.equal(problems.length, 6);
    assert.deepEqual(goals, [
      {
        ...goalOf('metrics: [{ name: a, current: 1 }, { name: c }]', 'labels: [a, b]'),
        impact: {
          customerNames: { value: ['Acme', 'Globex'], field: 'impact.customers.names' },
          severity: { value: 'High', field: 'impact.severity' },
        },
      },
    ]);
    assert.ok(
      problems.some(({ message }) => message === `metrics[1].name is missing. ${without('metrics[1]')}`),
    );
  });

  for (const [entry, message] of [
    ['{ title: T, level: item }', 'key is missing.'],
    ['{ key: 142, title: T, level: item }', 'key must be text: put it in quotes, "142".'],
    ['{ key: _x, title: T, level: item }', 'key must begin and end with a letter or digit'],
    [`{ key: ${'K'.repeat(65)}, title: T, level: item }`, 'key must have at most 64 characters.'],
    ['{ key: B, level: item }', 'title is missing.'],
    ['{ key: B, title: , level: item }', 'title is missing.'],
    ['{ key: B, title: 2026, level: item }', 'title must be text: put it in quotes, "2026".'],
    [`{ key: B, title: ${'t'.repeat(301)}, level: item }`, 'title must have at most 300 characters.'],
    ['{ key: B, title: T }', 'level is missing.'],
    ['{ key: B, title: T, level: task }', 'level must be objective, initiative, epic or item.'],
  ] as const) {
    it(`costs the goal where it is key, title or level: ${entry.slice(0, 50)}`, () => {
      const text = `${fileWith()}\n  - ${entry}\n`;
      const { goals, problems, badEntries } = parseGoalsFile(text, 'file');
      assert.deepEqual(goals, [goalOf()]);
      assert.equal(badEntries, 1);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]!.range.startLine, 4);
      assert.ok(problems[0]!.message.startsWith(message), problems[0]!.message);
      assert.ok(problems[0]!.message.endsWith('The goal is left out until then.'));
    });
  }

  for (const entry of ['just text', '42', '[a, b]', '', 'true']) {
    it(`costs an entry that is no goal at all: "${entry}"`, () => {
      const text = `${fileWith()}\n  - ${entry}\n`;
      assert.deepEqual(keysOf(text), ['A-1']);
      assert.match(
        problemsOf(text).join(),
        /^error \d+:\d+-\d+ An entry of the list must be a goal: .* left out\.$/,
      );
    });
  }

  it('is named with the goal that it is in', () => {
    assert.equal(parseGoalsFile(fileWith('health: green'), 'file').problems[0]?.key, 'A-1');
  });

  it('is not listed more often than a person reads', () => {
    const { goals, problems } = parseGoalsFile(fileWith(`labels: [${'1, '.repeat(199)}a]`), 'file');
    assert.deepEqual(goals[0]?.labels, ['a']);
    assert.equal(problems.length, 51);
  });
});

describe('an unknown key', () => {
  for (const [line, place, message] of [
    ['priorty: P2', '4-11', 'Unknown key "priorty" is ignored: did you mean "priority"?'],
    ['Owner: Priya', '4-9', 'Unknown key "Owner" is ignored: did you mean "owner"?'],
    ['targetDate: 2026-12-12', '4-14', 'Unknown key "targetDate" is ignored: did you mean "target"?'],
    ['sprint: 7', '4-10', 'Unknown key "sprint" is ignored.'],
    ['impact: { reqeusts: 7 }', '14-22', 'Unknown key "reqeusts" is ignored: did you mean "requests"?'],
    [
      'metrics: [{ name: a, curent: 7 }]',
      '25-31',
      'Unknown key "curent" is ignored: did you mean "current"?',
    ],
    ['__proto__: { key: X }', '4-13', 'Unknown key "__proto__" is ignored.'],
    ['constructor: { prototype: 1 }', '4-15', 'Unknown key "constructor" is ignored.'],
    ['142: x', '4-7', 'Unknown key "142" is ignored.'],
  ] as const) {
    it(`is a warning: ${line}`, () => {
      assert.deepEqual(problemsOf(fileWith(line)), [`warning 4:${place} ${message}`]);
      assert.deepEqual(keysOf(fileWith(line)), ['A-1']);
    });
  }

  it('is welcome when it begins with x-', () => {
    assert.deepEqual(goalOf('x-sprint: 7'), goalOf());
  });
});
