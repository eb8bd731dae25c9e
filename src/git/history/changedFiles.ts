import type { Git } from '../run/git';

/** A file that a commit changed. */
export interface ChangedFile {
  /** Relative to the repository's root, with forward slashes. */
  readonly path: string;
  /** Whether it existed before the commit, and exists after it. */
  readonly change: 'added' | 'changed' | 'deleted';
}

/** The files that a commit changed; for a merge, those that differ from its first parent. @throws {GitError} */
export async function changedFiles(git: Git, root: string, sha: string): Promise<ChangedFile[]> {
  const options = ['--root', '--no-commit-id', '-r', '-m', '--first-parent', '--name-status', '-z'];
  const output = await git.run(root, ['diff-tree', ...options, '--no-renames', '--end-of-options', sha]);
  const fields = output.split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [status, path = ''] = fields.slice(at, at + 2);
    files.push({ path, change: status === 'A' ? 'added' : status === 'D' ? 'deleted' : 'changed' });
  }
  return files;
}
