import assert from 'node:assert/strict';
import type { Goal } from '../../../../src/core/goal/goal';
import { parseGoalsFile } from '../../../../src/teamFiles/goalsFile/parseGoalsFile';

/** A goals file with one entry that has the given lines beside key, title and level. */
export function fileWith(...lines: string[]): string {
  return [
    'goals:',
    '  - key: A-1',
    '    title: First',
    '    level: item',
    ...lines.map((line) => `    ${line}`),
  ].join('\n');
}

/** The only goal of a file without problems. */
export function goalOf(...lines: string[]): Goal {
  const { goals, problems } = parseGoalsFile(fileWith(...lines), 'file');
  assert.deepEqual(problems, []);
  assert.equal(goals.length, 1);
  return goals[0]!;
}

/** The problems of a text, each as `severity line:column-end message`; lines and columns count from 0. */
export function problemsOf(text: string): string[] {
  return parseGoalsFile(text, 'file').problems.map(
    ({ severity, range, message }) =>
      `${severity} ${range.startLine}:${range.startColumn}-${range.endColumn} ${message}`,
  );
}

/** The keys of the goals that a text yields. */
export function keysOf(text: string): string[] {
  return parseGoalsFile(text, 'file').goals.map(({ key }) => key);
}

/** What must hold for every result, whatever the text was. */
export function assertSound(text: string): readonly Goal[] {
  const { goals, problems, badEntries, brokenKeys = [] } = parseGoalsFile(text, 'file');
  const byKey = new Map(goals.map((goal) => [goal.key.toUpperCase(), goal]));
  assert.equal(byKey.size, goals.length, 'keys are unique');
  assert.equal(new Set(goals.map(({ id }) => id)).size, goals.length, 'ids are unique');
  assert.ok(badEntries >= 0);
  const broken = new Set(brokenKeys.map((key) => key.toUpperCase()));
  for (const goal of goals) {
    const above = [goal.parentKey ?? [], goal.otherParentKeys ?? []].flat();
    for (const key of [...above, ...(goal.covers ?? []), ...goal.blockedByKeys, ...goal.blocksKeys]) {
      const own = byKey.get(key.toUpperCase())?.key;
      if (own !== undefined) assert.equal(own, key, 'relations are spelled as the goal itself is');
      else if (!broken.has(key.toUpperCase()))
        assert.ok(problems.length > 500 || problems.some(({ missing }) => missing === key));
      assert.notEqual(key, goal.key);
    }
    const seen = new Set<Goal>();
    for (
      let at: Goal | undefined = goal;
      at;
      at = at.parentKey === undefined ? undefined : byKey.get(at.parentKey.toUpperCase())
    ) {
      assert.ok(!seen.has(at), 'parents have no cycle');
      seen.add(at);
    }
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  for (const { message, range } of problems) {
    assert.equal(range.startLine, range.endLine);
    assert.ok(range.startColumn <= range.endColumn);
    assert.ok(range.endColumn <= (lines[range.endLine] ?? '').length, 'ranges are inside the text');
    assert.doesNotMatch(message, /Invalid input|\bexpected|undefined|\[object/, 'no words of a library');
    assert.match(message, /[.?]$/);
  }
  return goals;
}
