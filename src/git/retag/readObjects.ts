import { gitFailed } from '../run/gitError';
import { inputLines } from '../run/inputLines';
import type { Git } from '../run/git';

/** Reads git objects by id, all at once; leaves out those that do not exist. @throws {GitError} if git fails */
export async function readObjects(
  git: Git,
  root: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, { readonly type: string; readonly content: Buffer }>> {
  const objects = new Map<string, { type: string; content: Buffer }>();
  if (ids.length === 0) return objects;
  // A commit is not made of its replacement.
  const args = ['--no-replace-objects', 'cat-file', '--batch'];
  const output = await git.bytes(root, args, { input: inputLines(ids), signal });
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    const line = output.toString('latin1', at, end);
    at = end + 1;
    const header = /^(\S+) (\S+) (\d+)$/.exec(line);
    if (header) {
      const [, id = '', type = '', size] = header;
      const content = output.subarray(at, at + Number(size));
      objects.set(id, { type, content });
      at += content.length + 1;
    } else if (!/ (?:missing|ambiguous)$/.test(line)) throw gitFailed(root, 0, '');
  }
  return objects;
}
