import assert from 'node:assert/strict';
import { isMap, parseAllDocuments, type Document } from 'yaml';
import { addGoalEntry } from '../../../src/teamFiles/goalsFile/editing/addGoalEntry';
import type { NewGoal } from '../../../src/teamFiles/goalsFile/editing/goalEntry';
import { keepsGoals } from '../../../src/teamFiles/goalsFile/editing/keepsGoals';
import { directGoalsFileParser } from '../../../src/teamFiles/goalsFile/directGoalsFileParser';
import { parseYaml } from '../../../src/teamFiles/goalsFile/parseYaml';

/**
 * Adds a goal to a text: it is declined, or every line of before is still there, and to the YAML library, which is asked
 * without anything of ours in between, the file says what it said before and has one more entry in its list.
 *
 * @returns whether it was added
 */
export async function assertAddsGoal(text: string, goal: NewGoal): Promise<boolean> {
  const edit = addGoalEntry(text, goal);
  if (!edit) return false;
  const [above, replaced, below] = [
    text.slice(0, edit.start),
    text.slice(edit.start, edit.end),
    text.slice(edit.end),
  ];
  const isBetweenLines = replaced !== '' || /(?:^|[\r\n])\uFEFF?$/.test(above) || below === '';
  assert.ok(isBetweenLines, 'no line is cut in two');
  assert.match(replaced, /^(?:goals[ \t]*:.*)?$/, 'only the head of an empty list is replaced');
  const now = above + edit.text + below;
  assert.match(now.split(/\r\n|\n|\r/)[edit.line] ?? '', /^ *- key:/, 'the line that is shown');
  if (!(await keepsGoals(text, edit, goal.key, directGoalsFileParser))) return false;
  const [before, after] = [contentOf(text.replace(/^\uFEFF/, '')), contentOf(now.replace(/^\uFEFF/, ''))];
  if (!before) return true;
  assert.ok(after, 'what was valid YAML is so still');
  const { goals: were, ...others } = before.first;
  const { goals: are, ...same } = after.first;
  const schema = 'goal-lens/v1';
  assert.deepEqual({ schema, ...same }, { schema, ...others });
  assert.ok(Array.isArray(are));
  const { key, title, level } = goal;
  assert.deepEqual(are.slice(0, -1), were ?? []);
  assert.deepEqual(are.at(-1), { key, title, level });
  assert.deepEqual(after.rest, before.rest);
  return true;
}

/** What the documents of a text say; undefined if it is not valid YAML, or its root is no map. */
function contentOf(
  text: string,
): { readonly first: Record<string, unknown>; readonly rest: unknown[] } | undefined {
  // The library calls itself for each level: what is nested too deeply for the stack is told by the parser that stops.
  if (parseYaml(text).faults.some(({ code }) => code !== 'MULTIPLE_DOCS')) return undefined;
  const options = { schema: 'core', merge: false, resolveKnownTags: false, logLevel: 'silent' } as const;
  const documents = parseAllDocuments(text, options);
  const all: Document.Parsed[] = Array.isArray(documents) ? documents : [];
  if (all.some(({ errors }) => errors.length > 0)) return undefined;
  const [first, ...rest] = all;
  if (first && !isMap(first.contents) && first.contents !== null) return undefined;
  try {
    return {
      first: (first?.toJS() ?? {}) as Record<string, unknown>,
      rest: rest.map((each): unknown => each.toJS()),
    };
  } catch {
    // Aliases that stand for too many values.
    return undefined;
  }
}
