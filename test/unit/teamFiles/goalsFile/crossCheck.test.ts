import assert from 'node:assert/strict';
import { parseGoalsFile } from '../../../../src/teamFiles/goalsFile/parseGoalsFile';
import { problemsOf } from './goalsFileText';

const file = (...goals: string[]) => ['goals:', ...goals.map((goal) => `- { title: T, ${goal} }`)].join('\n');
const parse = (text: string) => parseGoalsFile(text, 'file');

describe('goals held against each other', () => {
  it('keep the first of two with one key, in any case', () => {
    const text = file('key: Shop-1, level: epic, owner: first', 'key: SHOP-1, level: item');
    assert.deepEqual(problemsOf(text), [
      'error 2:19-25 SHOP-1 is already the key of the goal on line 2: give this goal a key of its own. It is left out until then.',
    ]);
    assert.deepEqual(
      parse(text).goals.map(({ owner }) => owner?.name),
      ['first'],
    );
    assert.equal(parse(text).badEntries, 1);
  });

  it("do not share an id, nor take another goal's key for theirs", () => {
    const text = file(
      'key: A, level: item, id: "7"',
      'key: B, level: item, id: "7"',
      'key: C, level: item, id: A',
    );
    assert.deepEqual(
      parse(text).goals.map(({ id }) => id),
      ['7', 'B', 'C'],
    );
    assert.match(
      problemsOf(text)[0]!,
      /^error 2:39-42 The id 7 is another goal's id or key: give this goal its own\. Its key is used until then\.$/,
    );
    assert.match(problemsOf(text)[1]!, /^error 3:39-40 The id A /);
  });

  it('spell relations as the goal itself does, each once', () => {
    const { goals, problems } = parse(
      file(
        'key: Obj-1, level: objective',
        'key: a, level: epic, parent: OBJ-1',
        'key: B, level: epic, blockedBy: [A, a], blocks: [obj-1]',
      ),
    );
    assert.deepEqual(problems, []);
    assert.equal(goals[1]?.parentKey, 'Obj-1');
    assert.deepEqual(goals[2]?.blockedByKeys, ['a']);
    assert.deepEqual(goals[2].blocksKeys, ['Obj-1']);
  });

  it('name relations to goals that are not there, which another tracker may have', () => {
    const text = file(
      'key: SHOP-12, level: epic',
      'key: B, level: item, parent: SHOP-21, blockedBy: [SHOP-12, X], blocks: [B]',
    );
    assert.deepEqual(problemsOf(text), [
      'warning 2:43-50 Neither this file nor a connected tracker has SHOP-21: did you mean SHOP-12? The link (parent) leads nowhere.',
      'warning 2:73-74 Neither this file nor a connected tracker has X: did you mean B? The link (blockedBy) leads nowhere.',
      'warning 2:86-87 B cannot block itself: the link is left out.',
    ]);
    const { parentKey, blockedByKeys, blocksKeys } = parse(text).goals[1]!;
    assert.deepEqual([parentKey, blockedByKeys, blocksKeys], ['SHOP-21', ['SHOP-12', 'X'], []]);
  });

  it('say so when the other goal is there but cannot be read', () => {
    const text = file('key: A, level: task', 'key: B, level: item, parent: a');
    assert.match(
      problemsOf(text)[1]!,
      /a on line 2 cannot be read yet\. The link \(parent\) waits for it\.$/,
    );
  });

  it('open a circle of parents at its end', () => {
    const text = file(
      'key: X, level: item, parent: B',
      'key: A, level: epic, parent: B',
      'key: B, level: epic, parent: C',
      'key: C, level: epic, parent: A',
    );
    const errors = problemsOf(text).filter((problem) => problem.startsWith('error'));
    const message =
      'The parents go round in a circle, A → B → C → A: change one of them. Until then C is loaded without a parent.';
    assert.deepEqual(errors, [
      `error 2:43-44 ${message}`,
      `error 3:43-44 ${message}`,
      `error 4:43-44 ${message}`,
    ]);
    assert.deepEqual(
      parse(text).goals.map(({ parentKey }) => parentKey),
      ['B', 'B', 'C', undefined],
    );
  });

  it('name only the first goals of a long circle', () => {
    const keys = Array.from({ length: 40 }, (_, index) => `K-${index}`);
    const text = file(...keys.map((key, index) => `key: ${key}, level: item, parent: K-${(index + 1) % 40}`));
    assert.match(problemsOf(text)[0]!, /K-0 → K-1 → K-2 → K-3 → K-4 → K-5 → … \(40 goals\) → K-0:/);
  });

  it('are not their own parents', () => {
    const text = file('key: A, level: item, parent: a');
    assert.deepEqual(problemsOf(text), [
      'error 1:43-44 A is its own parent: name the goal above it, or remove the line. It is loaded without a parent.',
    ]);
    assert.equal(parse(text).goals[0]?.parentKey, undefined);
  });

  it('stand below a higher level', () => {
    const text = file(
      'key: A, level: item',
      'key: B, level: epic, parent: A',
      'key: C, level: epic, parent: B',
    );
    assert.deepEqual(problemsOf(text), [
      'warning 2:43-44 B is an epic and cannot be below A, which is an item: the order is objective > initiative > epic > item. Change a level or the parent.',
      'warning 3:43-44 C is an epic and cannot be below B, which is an epic: the order is objective > initiative > epic > item. Change a level or the parent.',
    ]);
    assert.equal(parse(text).goals[1]?.parentKey, 'A');
  });

  it('may have the names of object members as keys', () => {
    const text = file(
      'key: constructor, level: epic',
      'key: hasOwnProperty, level: item, parent: constructor',
      'key: toString, level: item, blocks: [valueOf]',
    );
    const { goals } = parse(text);
    assert.deepEqual(
      goals.map(({ key, parentKey }) => [key, parentKey]),
      [
        ['constructor', undefined],
        ['hasOwnProperty', 'constructor'],
        ['toString', undefined],
      ],
    );
    assert.deepEqual(goals[2]?.blocksKeys, ['valueOf']);
  });

  it('may have several parents, and cover goals of other trackers', () => {
    const text = file(
      'key: Obj-1, level: objective',
      'key: Obj-2, level: objective',
      'key: A, level: initiative, parents: [OBJ-1, obj-2], covers: [SHOP-120, acme/web#7, "https://t.example/SHOP-121"]',
      'key: B, level: initiative, parent: OBJ-1, parents: [OBJ-2, obj-1]',
    );
    const { goals, problems } = parse(text);
    assert.deepEqual(
      goals.slice(2).map(({ parentKey, otherParentKeys }) => [parentKey, otherParentKeys]),
      [
        ['Obj-1', ['Obj-2']],
        ['Obj-1', ['Obj-2']],
      ],
    );
    assert.deepEqual(goals[2]?.covers, ['SHOP-120', 'acme/web#7', 'https://t.example/SHOP-121']);
    assert.deepEqual(
      problems.map(({ missing }) => missing),
      ['SHOP-120', 'acme/web#7', 'https://t.example/SHOP-121'],
    );
  });

  it('say where each of several parents is written', () => {
    const text = file(
      'key: A, level: epic, parents: [X-1, X-2]',
      'key: B, level: epic, parent: X-3, parents: [X-4]',
    );
    assert.deepEqual(
      problemsOf(text).map((problem) => /^warning (\S+) .*?(X-\d)/.exec(problem)?.slice(1)),
      [
        ['1:45-48', 'X-1'],
        ['1:50-53', 'X-2'],
        ['2:43-46', 'X-3'],
        ['2:58-61', 'X-4'],
      ],
    );
  });

  it('leave out a further parent by which a goal would be above itself', () => {
    const text = file(
      'key: A, level: objective, parents: [X, B]',
      'key: X, level: objective',
      'key: B, level: initiative, parent: A',
      'key: C, level: item, parents: [B, C]',
    );
    const errors = problemsOf(text).filter((problem) => problem.startsWith('error'));
    assert.equal(errors.length, 2);
    const keys = parse(text).goals.flatMap(({ key, parentKey, otherParentKeys = [] }) =>
      [parentKey ?? [], otherParentKeys].flat().map((parent) => `${key} below ${parent}`),
    );
    assert.ok(!(keys.includes('A below B') && keys.includes('B below A')), keys.join(', '));
    assert.ok(keys.includes('A below X') && keys.includes('C below B') && !keys.includes('C below C'));
  });
});
