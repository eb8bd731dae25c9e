import { gitFailed } from '../run/gitError';
import { inputLines } from '../run/inputLines';
import type { Git } from '../run/git';

/** Reads git objects by id, all in one go; those that do not exist are left out. @throws {GitError} where git fails */
export async function readObjects(
  git: Git,
  root: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, { readonly type: string; readonly content: Buffer }>> {
  const objects = new Map<string, { type: string; content: Buffer }>();
  if (ids.length === 0) return objects;
  // A replacement is not what the commits are made of.
  const args = ['--no-replace-objects', 'cat-file', '--batch'];
  const output = await git.bytes(root, args, { input: inputLines(ids), signal });
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    const line = output.toString('latin1', at, end);
    at = end + 1;
    if (/ (?:missing|ambiguous)$/.test(line)) continue;
    const [id = '', type = '', size = ''] = line.split(' ');
    const length = Number(size);
    if (end < 0 || !Number.isSafeInteger(length)) throw gitFailed(root, 0, '');
    objects.set(id, { type, content: output.subarray(at, at + length) });
    at += length + 1;
  }
  return objects;
}
