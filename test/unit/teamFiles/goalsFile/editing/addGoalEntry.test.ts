import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainLine } from '../../../../../src/core/plainText';
import { addGoalEntry } from '../../../../../src/teamFiles/goalsFile/editing/addGoalEntry';
import { nextKey, type NewGoal } from '../../../../../src/teamFiles/goalsFile/editing/goalEntry';
import { parseGoalsFile } from '../../../../../src/teamFiles/goalsFile/parseGoalsFile';
import { assertAddsGoal } from '../../../../support/goalsFile/assertAddsGoal';

const small: NewGoal = { key: 'SHOP-9', title: 'Search', level: 'item' };

function added(text: string, goal: NewGoal = small): string {
  const edit = addGoalEntry(text, goal);
  assert.ok(edit);
  const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  assert.match(after.split(/\r?\n/)[edit.line] ?? '', /^ *- key:/, `line ${edit.line} of\n${after}`);
  const { goals, problems } = parseGoalsFile(after, 'file');
  assert.deepEqual(
    problems.map(({ message }) => message),
    [],
    after,
  );
  assert.equal(goals.at(-1)?.title, goal.title.trim());
  return after;
}

describe('addGoalEntry', () => {
  const one = '  - key: SHOP-7\n    title: Cart\n    level: initiative\n';

  it('adds one clean entry below the last one, with what is known', () => {
    const goal: NewGoal = { ...small, parent: 'SHOP-7', priority: 2, customers: 38, quote: 'It said: "no".' };
    assert.equal(
      added(`goals:\n${one}`, goal),
      `goals:\n${one}\n  - key: SHOP-9\n    title: Search\n    level: item\n    parent: SHOP-7\n    priority: 2\n    impact:\n      customers: 38\n      quotes:\n        - text: "It said: \\"no\\"."\n`,
    );
  });

  it('keeps indentation, line ends, comments and what stands below the list', () => {
    assert.equal(
      added('goals:\r\n- key: A-1\r\n  title: A\r\n  level: epic # for now'),
      'goals:\r\n- key: A-1\r\n  title: A\r\n  level: epic # for now\r\n\r\n- key: SHOP-9\r\n  title: Search\r\n  level: item\r\n',
    );
    const text = `# Ours\ngoals:\n${one}    # a note on it\n\n# What follows is ours alone.\nx-team: shop\n`;
    assert.equal(
      added(text),
      text.replace('on it\n', 'on it\n\n  - key: SHOP-9\n    title: Search\n    level: item\n'),
    );
  });

  it('sets entries apart as they are', () => {
    const two = `goals:\n${one}${one.replace('SHOP-7', 'SHOP-8')}`;
    assert.equal(added(two), `${two}  - key: SHOP-9\n    title: Search\n    level: item\n`);
  });

  it('begins the list where there is none', () => {
    const entry = '  - key: SHOP-9\n    title: Search\n    level: item\n';
    assert.equal(added(''), `schema: goal-lens/v1\n\ngoals:\n${entry}`);
    assert.equal(added('schema: goal-lens/v1\ngoals: []\n'), `schema: goal-lens/v1\ngoals:\n${entry}`);
    assert.equal(added('goals: # ours\n'), `goals: # ours\n${entry}`);
    assert.equal(
      added('goals:\n\n# None yet.\nnumbers: acme/shop\n'),
      `goals:\n${entry.trimEnd()}\n\n# None yet.\nnumbers: acme/shop\n`,
    );
    assert.equal(
      added('# Goals of the shop'),
      `# Goals of the shop\n\nschema: goal-lens/v1\n\ngoals:\n${entry}`,
    );
  });

  it('stays in the list where another one stands below it', () => {
    const below = [
      'x-people:\n  - Ana\n  - Bob\n',
      'x-people:\n- Ana\n- Bob\n',
      'x-people: # us\n  - Ana\n',
      '"x-people":\n  - Ana\n',
      'our people:\n  - Ana\n',
      'x-people: &us\n  - Ana\n',
      'x-notes: |\n  - remember\n',
      'x-notes: "see\n  - remember"\n',
      '---\n  - Ana\n',
      '...\n  - Ana\n',
    ];
    const entry = (indent: string) =>
      `\n${indent}- key: SHOP-9\n${indent}  title: Search\n${indent}  level: item\n`;
    for (const other of below) {
      for (const [list, indent] of [
        [one, '  '],
        [one.replace(/^ {2}/gm, ''), ''],
      ] as const) {
        const text = `goals:\n${list}${other}`;
        const edit = addGoalEntry(text, small);
        assert.ok(edit);
        const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
        assert.equal(after, `goals:\n${list}${entry(indent)}${other}`);
      }
    }
  });

  it('leaves the blank lines that a text keeps to it', () => {
    const kept =
      'goals:\n  - key: SHOP-7\n    title: Cart\n    level: item\n    description: |+\n      Lost.\n\n\n';
    const entry = '  - key: SHOP-9\n    title: Search\n    level: item\n';
    assert.equal(added(kept), `${kept}${entry}`);
    assert.equal(added(`${kept}x-team: shop\n`), `${kept}${entry}x-team: shop\n`);
    const notes = 'x-notes: |+\n  Ours.\n';
    assert.equal(added(notes), `${notes}schema: goal-lens/v1\n\ngoals:\n${entry}`);
    assert.equal(added(`${kept}# Ours\nx-team: shop\n`), `${kept}${entry}# Ours\nx-team: shop\n`);
  });

  it('is not misled by a byte order mark', () => {
    const entry = '- key: SHOP-9\n    title: Search\n    level: item\n';
    assert.equal(added(`\uFEFFgoals:\n${one}`), `\uFEFFgoals:\n${one}\n  ${entry}`);
    assert.equal(added('\uFEFFgoals: []\n'), `\uFEFFgoals:\n  ${entry}`);
    assert.equal(added('\uFEFF'), `\uFEFFschema: goal-lens/v1\n\ngoals:\n  ${entry}`);
  });

  it('leaves alone what is no list of lines', () => {
    assert.equal(addGoalEntry(`  goals:\n  ${one.replaceAll('\n', '\n  ')}\n`, small), undefined);
    assert.equal(addGoalEntry('# Ours\n\n  schema: goal-lens/v1\n', small), undefined);
    assert.equal(addGoalEntry('{ "goals": [] }', small), undefined);
    assert.equal(addGoalEntry('goals: [{ key: A-1, title: A, level: epic }]\n', small), undefined);
    assert.equal(addGoalEntry('other: text\n', small), undefined);
    assert.equal(addGoalEntry('\r', small), undefined, 'old line breaks');
  });

  it('loses no goal, however the list is laid out', () => {
    const list = '{ key: A-1, title: A, level: epic }';
    const layouts = [
      `goals:\n  [\n    ${list},\n  ]\n`,
      `goals:\n  [${list}]\n`,
      `goals:\n\n# Ours\n[${list}]\n`,
      `goals: [${list}]\n`,
      `goals:\n- ${list}\n`,
      `goals:\n  - ${list}`,
      `goals:\n  &all\n  - ${list}\n`,
      `goals: &all\n  - ${list}\n`,
      `goals: !!seq\n- ${list}\n`,
      `"goals":\n  - ${list}\n`,
      `? goals\n: - ${list}\n`,
      'goals:\n',
      'goals: []\n',
      'goals: [\n]\n',
      'goals: ~\n',
    ];
    const around = ['', '# Ours\n', 'schema: goal-lens/v1\n', 'numbers: acme/shop\n', '\n', '---\n'];
    const ends = ['', 'numbers: acme/shop\n', '\n# The end.\n', '...\n', '"x-team": shop\n'];
    const both = fc.tuple(...[around, layouts, ends].map((each) => fc.constantFrom(...each)));
    fc.assert(
      fc.property(both, fc.constantFrom('\n', '\r\n'), (parts, eol) => {
        const text = parts.join('').replaceAll('\n', eol);
        const before = parseGoalsFile(text, 'file');
        fc.pre(before.problems.length === 0);
        const edit = addGoalEntry(text, small);
        if (!edit) return;
        const after = parseGoalsFile(text.slice(0, edit.start) + edit.text + text.slice(edit.end), 'file');
        assert.deepEqual(after.problems, [], text);
        assert.equal(after.goals.length, before.goals.length + 1, text);
      }),
      { numRuns: 1000 },
    );
  });

  it('is declined, or adds a goal and changes nothing else, whatever stands around it', async () => {
    const line = fc.constantFrom(
      ...['goals:', 'goals: []', '"goals":', '  goals:', 'schema: goal-lens/v1', 'numbers: acme/shop'],
      ...[
        'x-people:',
        'x-notes: |',
        'x-notes: "see',
        'our people:',
        '"x-a": # us',
        'title: T',
        'text',
        '? x',
        ': y',
      ],
      ...[
        '- key: A-1',
        '  - key: A-2',
        '  - { key: A-3, title: T, level: item }',
        '- Ana',
        '  - Bob',
        '    - deep',
      ],
      ...[
        '  title: T',
        '    title: T',
        '  level: item',
        '    level: item',
        '    description: |+',
        '  owner: "Ana',
      ],
      ...[
        '      text',
        '      - text',
        '  "',
        '"',
        '    parent: SHOP-9',
        '',
        '',
        '  ',
        '# note',
        '    # note',
        '---',
      ],
      ...['...', '\t', '- &a x', '  - *a', '    description: >-'],
    );
    const goals = fc.constantFrom(
      '',
      'goals:\n  - key: A-1\n    title: T\n    level: item\n',
      'goals:\n- key: A-1\n  title: T\n  level: item\n',
    );
    const text = fc
      .tuple(
        fc.constantFrom('', '', '\uFEFF'),
        fc.array(line, { maxLength: 4 }),
        goals,
        fc.array(line, { maxLength: 8 }),
      )
      .map(
        ([mark, above, list, below]) =>
          mark + above.map((each) => `${each}\n`).join('') + list + below.join('\n'),
      );
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('\n', '\r\n'), async (written, eol) => {
        await assertAddsGoal(written.replaceAll('\n', eol), small);
      }),
      { numRuns: 1000 },
    );
  });

  it('writes any text so that it is read again as it is', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) =>
        text
          .normalize('NFC')
          .replace(/[\p{C}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
          .trim(),
      )
      .filter((text) => text !== '' && plainLine(text) === text);
    const special = fc.constantFrom(
      'no',
      '1e3',
      '2026-12-01',
      '- x',
      '# x',
      "it's: {so}",
      '"',
      'null',
      '*a',
      '~',
      '@x',
      'a: b',
      'a #b',
    );
    fc.assert(
      fc.property(fc.oneof(line, special), fc.oneof(line, special), (title, quote) => {
        const after = added(`goals:\n${one}`, { ...small, title, quote });
        const { goals } = parseGoalsFile(after, 'file');
        assert.equal(goals[1]?.title, title);
        assert.equal(goals[1].impact?.quotes?.value[0]?.text, quote);
      }),
    );
  });
});

describe('nextKey', () => {
  it('follows the highest number of the project that most keys have', () => {
    assert.equal(nextKey(['SHOP-7', 'SHOP-142', 'OBJ-900', 'odd']), 'SHOP-143');
    assert.equal(nextKey(['odd']), 'GOAL-1');
  });
});
