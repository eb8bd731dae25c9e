import type { Git } from '../run/git';

/** Where a branch can start. */
export interface StartPoint {
  /** What git is given. */
  readonly ref: string;
  /** The name that people use: `origin/main`. */
  readonly name: string;
}

/** Where a remote records its default branch, then where that usually is. */
const patterns = [
  'refs/remotes/*/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
];

/**
 * The default branch of a remote, `origin` first; the main branch if no remote records one. Undefined if there is
 * neither.
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
