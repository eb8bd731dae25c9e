import type { CheckedCommit } from '../../core/check/checkCommits';
import { readPaths } from '../history/pathReader';
import { bordersOf } from '../history/repositoryView';
import type { Git } from '../run/git';
import { placeOf } from '../run/repositoryPlace';
import { readLog } from '../run/readLog';
import { botNames } from './botNames';
import { commitNamed } from './commitNamed';
import { shallowHistory } from './landingError';

/** The commits that one revision has and another lacks. */
export interface ChangeRange {
  /** The full names of the two commits. */
  readonly base: string;
  readonly head: string;
  /** Oldest first. */
  readonly commits: readonly CheckedCommit[];
}

/** Which range to read, and how. */
export interface RangeRequest {
  readonly base: string;
  readonly head: string;
  /** Names and addresses of bots, besides those that contain `[bot]`. */
  readonly bots: readonly string[];
}

/** More commits than any pull request has. */
const maxCommits = 5000;

/**
 * Reads the commits of `head` that `base` does not have, with their files.
 *
 * @throws {LandingError} if a revision does not exist, or a shallow clone cuts the range off
 * @throws {GitError} and the signal's reason
 */
export async function readChangeRange(
  git: Git,
  root: string,
  { base, head, bots }: RangeRequest,
  signal?: AbortSignal,
): Promise<ChangeRange> {
  const view = await bordersOf(git, root, await placeOf(git, root, signal), signal);
  const shallow = new Set(view.shallow);
  const [from, to] = [await commitNamed(git, root, base, signal), await commitNamed(git, root, head, signal)];
  const ancestor = ['merge-base', '--end-of-options', from, to];
  const common = (await git.run(root, ancestor, { signal, answers: [0, 1] })).trim();
  if (common === '' && shallow.size > 0) throw shallowHistory();
  const isBot = botNames(bots);
  const commits: CheckedCommit[] = [];
  const fields = [
    ...(['sha', 'parents', 'authorName', 'authorEmail', 'subject', 'body'] as const),
    // Git complains about a notes ref that does not exist.
    ...(view.notes === undefined ? [] : (['note'] as const)),
  ] as const;
  const which = [
    `--max-count=${maxCommits}`,
    '--reverse',
    '--topo-order',
    '--end-of-options',
    to,
    `^${from}`,
  ];
  for await (const batch of readLog(git, root, { fields, which }, signal)) {
    for (const commit of batch) {
      const { sha, parents, authorName, authorEmail, subject, body } = commit;
      const note = 'note' in commit ? commit.note : '';
      if (shallow.has(sha)) throw shallowHistory();
      const facts = { isMerge: parents.includes(' '), isBot: isBot(authorName, authorEmail) };
      commits.push({ sha, subject, body, note, ...facts, paths: [] });
    }
  }
  const pathsOf = new Map<string, readonly string[]>();
  if (commits.length > 0) {
    const shas = commits.map(({ sha }) => sha);
    for await (const { sha, paths } of readPaths(git, root, shas, signal)) pathsOf.set(sha, paths);
  }
  return {
    base: from,
    head: to,
    commits: commits.map((commit) => ({ ...commit, paths: pathsOf.get(commit.sha) ?? [] })),
  };
}
