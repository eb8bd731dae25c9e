import { keysOfCommit } from '../../core/links/commitKeys';
import type { FileCommit } from '../../core/links/fileLinks';
import type { ReferenceRules } from '../../core/links/referenceRules';
import type { Git } from '../run/git';
import { ownFiltersOff } from '../run/ownFilters';
import { readLog } from '../run/readLog';

/** A range of lines in a file, counted from 1, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

const fields = ['sha', 'subject', 'body', 'note'] as const;
/** How many commits of a range are worth reading. */
const maxCommits = 200;
const blamed = /^([0-9a-f]{40}|[0-9a-f]{64}) \d+ \d+ \d+$/gm;

/**
 * The commits that introduced the lines of a file, newest first; uncommitted lines have none.
 *
 * @param path relative to the root, with forward slashes
 * @throws {GitError} if the file has no such lines, and the signal's reason
 */
export async function lineCommits(
  git: Git,
  root: string,
  path: string,
  { first, last }: LineRange,
  rules: ReferenceRules,
  signal?: AbortSignal,
): Promise<FileCommit[]> {
  const blame = ['blame', '--porcelain', '--no-textconv', '-L', `${first},${last}`, '--', path];
  const settings = await ownFiltersOff(git, root, signal);
  const output = await git.run(root, blame, { signal, settings });
  const shas = [
    ...new Set([...output.matchAll(blamed)].flatMap(([, sha = '']) => (/^0+$/.test(sha) ? [] : sha))),
  ];
  if (shas.length === 0) return [];
  const commits: FileCommit[] = [];
  const which = ['--no-walk=sorted', '--end-of-options', ...shas.slice(0, maxCommits), '--'];
  for await (const batch of readLog(git, root, { fields, which }, signal)) {
    for (const { sha, subject, body, note } of batch) {
      commits.push({ sha, subject, keys: keysOfCommit({ sha, subject, body, note }, rules) });
    }
  }
  return commits;
}
