import assert from 'node:assert/strict';
import { parseGoalsFile } from '../../../../src/teamFiles/goalsFile/parseGoalsFile';
import { keysOf, problemsOf } from './goalsFileText';

const entry = (key: string, ...lines: string[]) =>
  [`- key: ${key}`, '  title: T', '  level: item', ...lines.map((line) => `  ${line}`), ''].join('\n');

describe('a goals file', () => {
  for (const text of [
    '',
    '\n\n',
    '# Nothing yet\n',
    '---\n',
    'goals:\n',
    'goals: []',
    'schema: goal-lens/v1\ngoals:\n',
    '\uFEFF',
    'null',
  ]) {
    it(`may have no goals yet: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseGoalsFile(text, 'file'), { goals: [], problems: [], badEntries: 0 });
    });
  }

  for (const [form, text] of [
    ['with the list at the margin', `goals:\n${entry('A')}${entry('B')}`],
    ['with Windows line ends', `goals:\n${entry('A')}${entry('B')}`.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFFgoals:\n${entry('A')}${entry('B')}`],
    [
      'as JSON',
      '{\n\t"schema": "goal-lens/v1",\n\t"goals": [\n\t\t{"key": "A", "title": "T", "level": "item"},\n\t\t{"key": "B", "title": "T", "level": "item"}\n\t]\n}',
    ],
    ['with a minor version', `schema: goal-lens/v1.3\ngoals:\n${entry('A')}${entry('B')}`],
    ['with a document mark', `---\ngoals:\n${entry('A')}${entry('B')}...\n`],
    [
      'with named values',
      `x-people:\n  - &priya { name: Priya }\ngoals:\n${entry('A', 'owner: *priya')}${entry('B', 'owner: *priya')}`,
    ],
  ] as const) {
    it(`may be written ${form}`, () => {
      assert.deepEqual(problemsOf(text), []);
      assert.deepEqual(keysOf(text), ['A', 'B']);
    });
  }

  it('keeps words as text that older YAML read as something else', () => {
    const { goals } = parseGoalsFile(
      `%YAML 1.1\n---\ngoals:\n${entry('NO', 'labels: [yes, on, 12:30:00, 2026-11-22]')}`,
      'file',
    );
    assert.equal(goals[0]?.key, 'NO');
    assert.deepEqual(goals[0].labels, ['yes', 'on', '12:30:00', '2026-11-22']);
  });

  for (const [text, ...problems] of [
    [
      'goals',
      'error 0:0-5 This is not a goals file. Write "goals:" on a line of its own and the list of goals below it.',
    ],
    [
      '- key: A',
      'error 0:0-8 The list has no name. Write "goals:" on a line of its own and the list of goals below it.',
    ],
    ['goals: { A: 1 }', 'error 0:7-15 goals must be a list: begin each goal with "- key: ".'],
    ['goals: none', 'error 0:7-11 goals must be a list: begin each goal with "- key: ".'],
    ['schema: goal-lens/v1', 'warning 0:0-6 This file has no goals: add a list named "goals:".'],
    ['goals: []\nowners: []', 'warning 1:0-6 Unknown key "owners" is ignored.'],
    [
      'goal: []',
      'warning 0:0-4 Unknown key "goal" is ignored: did you mean "goals"?',
      'warning 0:0-4 This file has no goals: add a list named "goals:".',
    ],
    ['schema: 1\ngoals:', 'error 0:8-9 schema must be goal-lens/v1; leave the line out if in doubt.'],
    ['goals: []\ngoals: []', 'error 1:0-5 "goals:" is written twice; the first is used. Keep one.'],
  ] as const) {
    it(`says what is wrong at the top: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(problemsOf(text), problems));
  }

  it('of a newer format is left alone', () => {
    const text = `schema: goal-lens/v2\ngoals:\n${entry('A')}`;
    assert.deepEqual(keysOf(text), []);
    assert.deepEqual(problemsOf(text), [
      'error 0:8-20 This file is written for goal-lens/v2, which needs a newer Goal Lens: update the extension.',
    ]);
  });

  it('uses the first of a field that is written twice', () => {
    const { goals, problems } = parseGoalsFile(
      `goals:\n${entry('A', 'owner: Priya', 'owner: Dario')}`,
      'file',
    );
    assert.equal(goals[0]?.owner?.name, 'Priya');
    assert.match(
      problems[0]!.message,
      /^"owner" is written twice in one place; the first is used\. Keep one\.$/,
    );
    assert.equal(problems[0]!.range.startLine, 5);
  });
});

describe('a goals file that is not valid YAML', () => {
  for (const [fault, broken, problem] of [
    [
      'an open quotation mark',
      entry('B').replace('title: T', 'title: "T'),
      'error 4:0-8 The goal that begins on line 5 has a quotation mark that is never closed. Close it.',
    ],
    [
      'an open bracket',
      entry('B', 'labels: [a, b'),
      'error 4:0-8 The goal that begins on line 5 has a bracket that is never closed. Close it.',
    ],
    [
      'a colon in a text',
      entry('B').replace('title: T', 'title: Fast: faster'),
      'error 5:9-10 Line 6 cannot be read as "name: value". Put a text that has a colon in quotes, and check the line above.',
    ],
    [
      'a tab',
      entry('B').replace('  title', '\ttitle'),
      'error 5:1-6 Line 6 is indented with a tab, which YAML does not allow. Use spaces.',
    ],
    [
      'a line that is indented too little',
      entry('B').replace('  title', ' title'),
      'error 5:0-9 Line 6 is not indented like the lines around it. Line it up with the entry that it belongs to.',
    ],
    [
      'a reserved character',
      entry('B').replace('title: T', 'title: @ops'),
      'error 5:9-10 Line 6 has a value that begins with a character reserved by YAML. Put the value in quotes.',
    ],
    [
      'an unknown escape',
      entry('B').replace('title: T', String.raw`title: "C:\users"`),
      'error 5:12-13 Line 6 has a backslash that begins no known escape. Double it, or use single quotes.',
    ],
  ] as const) {
    it(`loses only the goal with the fault: ${fault}`, () => {
      const text = `goals:\n${entry('A')}${broken}${entry('C', 'parent: B')}${entry('D')}`;
      const { badEntries } = parseGoalsFile(text, 'file');
      const [first, second, ...rest] = problemsOf(text);
      if (typeof problem === 'string') assert.equal(first, problem);
      else assert.match(first!, problem);
      assert.match(
        second!,
        /^warning 1[01]:10-11 (B on line 5 cannot be read yet\. The link \(parent\) waits for it|Neither this file nor a connected tracker has B\. The link \(parent\) leads nowhere)\.$/,
      );
      assert.deepEqual(rest, []);
      assert.deepEqual(keysOf(text), ['A', 'C', 'D']);
      assert.equal(badEntries, 1);
    });
  }

  it('still reads what stands around the list', () => {
    const text = `x-p: &p { name: Priya }\ngoals:\n${entry('A', 'owner: *p')}${entry('B', 'owner: "')}schema: goal-lens/v2\n`;
    assert.match(problemsOf(text).join('\n'), /newer Goal Lens/);
    assert.deepEqual(keysOf(text), []);
    assert.deepEqual(keysOf(text.replace('v2', 'v1')), ['A']);
  });

  it('reads no goals from what stands below the list', () => {
    const list = 'goals:\n  - { key: A-1, title: T, level: item }\n  - key: "A-2\n';
    const entry = '  - key: NOT-1\n    title: T\n    level: item\n';
    for (const head of [
      'x-ideas:',
      'x-ideas: # later',
      'x-ideas: &later',
      'x-ideas: |',
      '"x-ideas":',
      '? x-ideas\n:',
    ]) {
      for (const other of [entry, entry.replace(/^ {2}/gm, '')]) {
        assert.deepEqual(keysOf(`${list}${head}\n${other}`), ['A-1'], head);
        assert.deepEqual(keysOf(`${list.replace(/^ {2}/gm, '')}${head}\n${other}`), ['A-1'], head);
      }
    }
  });

  it('reads what has another name around the list, and more of the list below a line that has lost its place', () => {
    const entry = (key: string) => `  - { key: ${key}, title: T, level: item }\n`;
    const broken = '  - key: "B\n';
    const above = 'x-ideas:\n  - { key: NOT-1, title: T, level: item }\nx-notes: |\n  goals:\n  - no\n';
    assert.deepEqual(keysOf(`${above}goals:\n${broken}${entry('A-1')}`), ['A-1']);
    const below = `x-a: [\nx-b:\n${entry('NOT-2')}numbers: acme/shop\n`;
    const { goals, numbers } = parseGoalsFile(`${above}goals:\n${broken}${entry('A-1')}${below}`, 'file');
    assert.deepEqual([goals.map(({ key }) => key), numbers], [['A-1'], 'acme/shop']);
    for (const lost of [
      'text',
      'title: T',
      'Note: some text',
      '# note:',
      '- key: C',
      ']',
      '}',
      "it's: one",
    ]) {
      const list = `goals:\n${entry('A-1')}  - key: B\n    title: |\n${lost}\n${entry('A-2')}`;
      assert.deepEqual(keysOf(list), ['A-1', 'A-2'], lost);
    }
  });

  it('does not take a text with dashes for goals', () => {
    const text = `goals:\n${entry('A', 'description: |', '  - key: X', '    title: T', '    level: item')}${entry('B', 'owner: "')}`;
    const { goals } = parseGoalsFile(text, 'file');
    assert.equal(goals.length, 1);
    assert.equal(goals[0]?.description, '- key: X\n  title: T\n  level: item');
  });

  it('reads a list in brackets up to the fault', () => {
    const text =
      '{"goals": [\n{"key": "A", "title": "T", "level": "item"},\n{"key": "B" "title": "T", "level": "item"},\n{"key": "C", "title": "T", "level": "item"}]}';
    assert.deepEqual(keysOf(text), ['A']);
    assert.match(problemsOf(text)[0]!, /^error 2:12-19 Line 3 has a bracket, comma, quotation mark/);
  });

  it('reads the first of several documents', () => {
    const text = `goals:\n${entry('A')}---\ngoals:\n${entry('B')}`;
    assert.deepEqual(keysOf(text), ['A']);
    assert.deepEqual(problemsOf(text), [
      'error 4:0-3 Line 5 begins a second YAML document, which is not read. Keep all goals in one list.',
    ]);
  });

  it('takes a tag for a mistake and no more', () => {
    const text = `goals:\n${entry('A', 'owner: !person Priya')}`;
    assert.deepEqual(problemsOf(text), [
      'warning 4:9-16 Line 5 has a tag, which means nothing in a goals file. Remove it, or put the text in quotes.',
    ]);
    assert.equal(parseGoalsFile(text, 'file').goals[0]?.owner?.name, 'Priya');
  });
});
