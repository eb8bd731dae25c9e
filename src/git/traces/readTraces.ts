import type { Git } from '../run/git';

/** What a repository shows of the work that goes on in it. */
export interface RepositoryTraces {
  /** The branch that is checked out, where one is. */
  readonly branch?: string;
  /** Local branches, the last worked on first. */
  readonly branches: readonly string[];
  /** The last commits, newest first, with the files below the folder that they changed. */
  readonly commits: readonly { readonly subject: string; readonly paths: readonly string[] }[];
}

const maxBranches = 200;
const maxCommits = 300;

/** Reads what a repository shows of the work in it; `folder` may be below its top. @throws {GitError} where git fails */
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
  const log = await git.run(
    folder,
    [
      ...['log', `--max-count=${maxCommits}`, '--no-merges', '--branches', '--relative', '--name-only'],
      ...['--no-renames', '--format=%x01%s', '--end-of-options'],
    ],
    signal,
  );
  return log
    .split('\u0001')
    .slice(1)
    .map((entry) => {
      const [subject = '', ...lines] = entry.split('\n');
      // Names that git puts in quotes hold what no pattern is proposed for.
      return { subject, paths: lines.filter((path) => path !== '' && !path.startsWith('"')) };
    });
}
