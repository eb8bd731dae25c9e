import type { Git } from '../run/git';

/** Where a branch can begin. */
export interface StartPoint {
  /** What git is given. */
  readonly ref: string;
  /** What people call it: `origin/main`. */
  readonly name: string;
}

/** Where a remote says what its default branch is, then where that usually is. */
const patterns = [
  'refs/remotes/*/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
];

/**
 * The remote's default branch, `origin` before others; the main branch where no remote says. Undefined in a repository
 * without one.
 */
export async function defaultStartPoint(git: Git, root: string): Promise<StartPoint | undefined> {
  const format = '--format=%(refname)%09%(symref)%09%(symref:short)%09%(refname:short)';
  const output = await git.run(root, ['for-each-ref', format, '--', ...patterns]);
  const found = output
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'))
    .map(([ref = '', target = '', targetName = '', name = '']) => ({ ref, target, targetName, name }));
  const heads = found.filter(({ ref }) => ref.endsWith('/HEAD') && ref.startsWith('refs/remotes/'));
  const head = heads.find(({ ref }) => ref === 'refs/remotes/origin/HEAD') ?? heads[0];
  if (head?.target) return { ref: head.target, name: head.targetName };
  for (const pattern of patterns) {
    const named = found.find(({ ref }) => ref === pattern);
    if (named) return { ref: named.ref, name: named.name };
  }
  return undefined;
}
