import type { Git } from '../run/git';

/** The names of a repository's own branches. */
export async function localBranches(git: Git, root: string): Promise<ReadonlySet<string>> {
  const output = await git.run(root, ['for-each-ref', '--format=%(refname:lstrip=2)', '--', 'refs/heads/']);
  return new Set(output.split('\n').filter(Boolean));
}
