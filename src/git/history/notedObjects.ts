import { FieldSplitter } from './fieldSplitter';
import type { GitStream } from '../run/gitStream';

/**
 * The objects that have a note; with `since`, those whose note is not what it was in those notes. @throws {HistoryError} as `GitStream.read`
 */
export async function notedObjects(
  git: GitStream,
  notes: string,
  since: string | undefined,
  signal?: AbortSignal,
): Promise<string[]> {
  const args =
    since === undefined
      ? ['ls-tree', '-r', '-z', '--name-only', notes]
      : ['diff-tree', '-r', '-z', '--name-only', '--no-renames', since, notes];
  const splitter = new FieldSplitter();
  const found: string[] = [];
  for await (const chunk of git.read(args, { signal })) {
    // Many notes are spread over folders by the first digits.
    for (const field of splitter.push(chunk)) found.push(field.toString('latin1').replaceAll('/', ''));
  }
  return found.filter((name) => /^[0-9a-f]{40,64}$/.test(name));
}
