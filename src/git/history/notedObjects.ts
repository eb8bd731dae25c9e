import { FieldSplitter } from '../run/fieldSplitter';
import type { Git } from '../run/git';

/**
 * The objects that have a note; with `since`, only those whose note differs from the one in those notes.
 *
 * @throws {GitError} and the signal's reason
 */
export async function notedObjects(
  git: Git,
  root: string,
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
  for await (const chunk of git.stream(root, args, { signal })) {
    // Git spreads many notes over folders by their first digits.
    for (const field of splitter.push(chunk)) found.push(field.toString('latin1').replaceAll('/', ''));
  }
  return found.filter((name) => /^[0-9a-f]{40,64}$/.test(name));
}
