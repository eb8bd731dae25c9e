import assert from 'node:assert/strict';
import { addPathRule, patternFor } from '../../../src/core/paths/addPathRule';
import { parsePathMap } from '../../../src/core/paths/pathMap';
import { placeMatch } from '../../../src/core/paths/placeMatch';

/** A file or folder, and the goal that it is mapped to. */
export interface MappedPlace {
  readonly path: string;
  readonly isFolder: boolean;
  readonly key: string;
}

/**
 * Maps a place to a goal: it is declined, or every line of before is still there, all rules are as they were but for the
 * new one, or the key on the one that the place has, and what is told of the others does not change.
 *
 * @returns whether it was added
 */
export function assertAddsRule(text: string, { path, isFolder, key }: MappedPlace): boolean {
  const edit = addPathRule(text, { path, isFolder, key });
  if (!edit) return false;
  const now = text.slice(0, edit.offset) + edit.text + text.slice(edit.offset);
  const [before, after] = [parsePathMap(text), parsePathMap(now)];
  const match = placeMatch(after, path, isFolder);
  assert.ok(match);
  assert.ok(
    match.keys.some((each) => each.toUpperCase() === key.toUpperCase()),
    'the goal is the one of the place',
  );
  assert.equal(match.line, edit.line, 'the line that is shown');
  const plain = (rules: typeof after.list) =>
    rules.map(({ pattern, keys }) => ({ pattern, keys: [...keys] }));
  const [were, are] = [plain(before.list), plain(after.list)];
  const at = after.list.findIndex(({ line }) => line === edit.line);
  if (are.length > were.length) {
    assert.deepEqual(are.splice(at, 1), [{ pattern: patternFor(path, isFolder), keys: [key] }]);
    assert.deepEqual(
      linesOf(now).toSpliced(edit.line, 1).join('\n').trimEnd(),
      linesOf(text).join('\n').trimEnd(),
    );
  } else {
    if (edit.text !== '') were[at]?.keys.push(key);
    const same = (lines: string[]) => lines.toSpliced(edit.line, 1);
    assert.deepEqual(same(linesOf(now)), same(linesOf(text)));
  }
  assert.deepEqual(are, were);
  const told = ({ problems }: typeof after) => problems.map(({ message }) => message);
  assert.deepEqual(told(after), told(before));
  return true;
}

function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}
