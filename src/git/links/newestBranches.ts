import type { Git } from '../run/git';

/** The names of the local branches with the newest commits, without `refs/heads/`. @throws {GitError} */
export async function newestBranches(git: Git, root: string, count: number): Promise<string[]> {
  const newest = [`--count=${count}`, '--sort=-committerdate'];
  const args = ['for-each-ref', ...newest, '--format=%(refname:lstrip=2)', 'refs/heads'];
  return (await git.run(root, args)).split('\n').filter(Boolean);
}
