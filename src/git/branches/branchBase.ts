import type { Git } from '../run/git';
import type { HeadBranch } from './headBranch';

/** What a branch was started from. */
export interface BranchBase {
  /** A full ref name, for example `refs/remotes/origin/main`. */
  readonly ref: string;
  readonly sha: string;
}

interface Ref extends BranchBase {
  /** Where a symbolic ref points. */
  readonly target: string;
}

/**
 * The branch that the current one is measured against: its upstream if that is another branch, else the default branch
 * of its remote or of `origin`, else `main` or `master`. Undefined if there is none, or on that branch itself.
 */
export async function branchBase(
  git: Git,
  root: string,
  head: HeadBranch,
  signal: AbortSignal,
): Promise<BranchBase | undefined> {
  const format = '--format=%(upstream)%00%(upstream:remotename)%00%(upstream:remoteref)';
  const answer = await git.run(root, ['for-each-ref', format, head.ref], signal);
  const [upstream = '', upstreamRemote = '', remoteRef = ''] = answer.replace(/\n$/, '').split('\0');
  const isOther = upstream !== '' && !isCopyOf(remoteRef.replace(/^refs\/heads\//, ''), head.branch);

  const all = (await git.run(root, ['remote'], signal)).split('\n').filter(Boolean);
  const remotes = new Set([upstreamRemote, 'origin', ...(all.length === 1 ? all : [])]);
  const defaults = [...remotes]
    .filter((remote) => all.includes(remote))
    .flatMap((remote) => ['HEAD', 'main', 'master'].map((name) => `refs/remotes/${remote}/${name}`));
  const candidates = [...(isOther ? [upstream] : []), ...defaults, 'refs/heads/main', 'refs/heads/master'];

  const known = await readRefs(git, root, candidates, signal);
  const base = candidates.map((each) => known.get(each)).find((each) => each !== undefined);
  if (!base || isSameBranch(base, head, all)) return undefined;
  return { ref: base.target || base.ref, sha: base.sha };
}

/** Whether the upstream is the branch's own published copy, perhaps below a person's prefix (`ana/x` for `x`). */
function isCopyOf(upstream: string, branch: string): boolean {
  return upstream === branch || upstream.endsWith(`/${branch}`) || branch.endsWith(`/${upstream}`);
}

function isSameBranch({ ref, target }: Ref, head: HeadBranch, remotes: readonly string[]): boolean {
  const name = target || ref;
  return name === head.ref || remotes.some((remote) => name === `refs/remotes/${remote}/${head.branch}`);
}

async function readRefs(
  git: Git,
  root: string,
  names: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Ref>> {
  const format = '--format=%(refname)%00%(objectname)%00%(symref)';
  const answer = await git.run(root, ['for-each-ref', format, ...names], signal);
  const refs = answer.split('\n').map((line): [string, Ref] => {
    const [ref = '', sha = '', target = ''] = line.split('\0');
    return [ref, { ref, sha, target }];
  });
  return new Map(refs);
}
