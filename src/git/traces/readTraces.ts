import type { Git } from '../run/git';
import { readLog } from '../run/readLog';

/** What a repository shows of the work in it. */
export interface RepositoryTraces {
  /** The branch that is checked out, if any. */
  readonly branch?: string;
  /** Local branches, most recently worked on first. */
  readonly branches: readonly string[];
  /** The latest commits, newest first, with the files below the folder that they changed. */
  readonly commits: readonly { readonly subject: string; readonly paths: readonly string[] }[];
}

const maxBranches = 200;
const maxCommits = 300;

/**
 * Reads what a repository shows of the work in it; `folder` may be below its root.
 * @throws {GitError} if git fails
 */
export async function readTraces(git: Git, folder: string, signal?: AbortSignal): Promise<RepositoryTraces> {
  const listing = await git.run(
    folder,
    [
      ...['for-each-ref', `--count=${maxBranches}`, '--sort=-committerdate'],
      ...['--format=%(HEAD)%(refname:lstrip=2)', '--', 'refs/heads'],
    ],
    signal,
  );
  const heads = listing.split('\n').filter(Boolean);
  const branch = heads.find((line) => line.startsWith('*'))?.slice(1);
  return {
    ...(branch !== undefined && { branch }),
    branches: heads.map((line) => line.slice(1)),
    commits: heads.length === 0 ? [] : await readCommits(git, folder, signal),
  };
}

async function readCommits(
  git: Git,
  folder: string,
  signal?: AbortSignal,
): Promise<RepositoryTraces['commits']> {
  const prefix = (await git.run(folder, ['rev-parse', '--show-prefix'], signal)).trim();
  const which = [`--max-count=${maxCommits}`, '--no-merges', '--branches', '--end-of-options', '--', '.'];
  const commits: { subject: string; paths: string[] }[] = [];
  for await (const batch of readLog(git, folder, { fields: ['subject'], withFiles: true, which }, signal)) {
    for (const { subject, files } of batch) {
      const below = files.filter((file) => file.startsWith(prefix));
      commits.push({ subject, paths: below.map((file) => file.slice(prefix.length)) });
    }
  }
  return commits;
}
