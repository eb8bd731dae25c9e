import { appendTo } from '../../core/appendTo';
import type { Git } from '../run/git';

/**
 * Which commits of one tip are those of another with other messages: the same tree, author and date. Those of which
 * there are several alike are left out.
 *
 * @throws {GitError} and the signal's reason
 */
export async function sameWork(
  git: Git,
  root: string,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const [theirs, ours] = await Promise.all([
    byWork(git, root, from, to, signal),
    byWork(git, root, to, from, signal),
  ]);
  const found = new Map<string, string>();
  for (const [work, [sha = '', ...others]] of theirs) {
    const [same, ...further] = ours.get(work) ?? [];
    if (same !== undefined && others.length + further.length === 0) found.set(sha, same);
  }
  return found;
}

/** The commits of one tip that the other lacks, by what they hold beside the message. */
async function byWork(
  git: Git,
  root: string,
  tip: string,
  other: string,
  signal: AbortSignal,
): Promise<Map<string, string[]>> {
  const args = ['log', '--format=%H %T %at %ae %an', '--end-of-options', tip, `^${other}`];
  const commits = new Map<string, string[]>();
  for (const line of (await git.run(root, args, signal)).split('\n').filter(Boolean)) {
    const space = line.indexOf(' ');
    appendTo(commits, line.slice(space + 1), line.slice(0, space));
  }
  return commits;
}
