import type { Git } from '../run/git';
import { isGitFault } from '../run/gitError';
import { inputLines } from '../run/inputLines';
import { revisionList } from '../run/revisionList';

/** For up to this many suspects, asking about each is cheaper than walking the whole history. */
const maxQuestions = 8;

/**
 * Which of the suspects are in a tip's history. Exact even with wrong clocks, unlike `git rev-list A ^B`. Suspects that
 * are not commits are never among them.
 *
 * @throws {GitError} and the signal's reason
 */
export async function reachable(
  git: Git,
  root: string,
  suspects: ReadonlySet<string>,
  tips: readonly string[],
  signal?: AbortSignal,
): Promise<Set<string>> {
  const found = new Set<string>();
  if (suspects.size * tips.length === 0) return found;
  if (suspects.size * tips.length <= maxQuestions) {
    for (const suspect of suspects) {
      for (const tip of tips) if (await isAncestor(git, root, suspect, tip, signal)) found.add(suspect);
    }
    return found;
  }
  const walk = { input: inputLines(tips), signal };
  for await (const shas of revisionList(git, root, ['--stdin'], walk)) {
    for (const sha of shas) if (suspects.has(sha)) found.add(sha);
  }
  return found;
}

/** Those of the objects that exist and are commits. @throws {GitError} and the signal's reason */
export async function commitsAmong(
  git: Git,
  root: string,
  shas: readonly string[],
  signal?: AbortSignal,
): Promise<string[]> {
  if (shas.length === 0) return [];
  const args = ['cat-file', '--batch-check=%(objectname) %(objecttype)'];
  const listing = await git.run(root, args, { input: inputLines(shas), signal });
  return listing.split('\n').flatMap((line) => (line.endsWith(' commit') ? line.slice(0, -7) : []));
}

async function isAncestor(
  git: Git,
  root: string,
  suspect: string,
  tip: string,
  signal?: AbortSignal,
): Promise<boolean> {
  try {
    await git.run(root, ['merge-base', '--is-ancestor', suspect, tip], signal);
    return true;
  } catch (error) {
    // Git fails both where it is none and where it is not a commit.
    if (isGitFault(error, 'failed')) return false;
    throw error;
  }
}
