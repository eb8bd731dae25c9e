import { commands, Uri } from 'vscode';
import type { GitRepository } from '../sources/git/gitExtension';
import type { CommandServices } from './commandServices';

/** Opens the files that a commit changed, each beside what it was before. */
export async function openCommit(
  { git, repositories }: Pick<CommandServices, 'git' | 'repositories'>,
  { rootUri }: GitRepository,
  sha: string,
  title: string,
): Promise<void> {
  const options = ['--root', '--no-commit-id', '-r', '-m', '--first-parent', '--name-status', '-z'];
  const output = await git.run(rootUri.fsPath, ['diff-tree', ...options, '--end-of-options', sha]);
  const fields = output.split('\0');
  const changes: [Uri, Uri | undefined, Uri | undefined][] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [status, path = ''] = fields.slice(at, at + 2);
    const uri = Uri.joinPath(rootUri, path);
    const before = status === 'A' ? undefined : repositories.gitUri(uri, `${sha}^`);
    const after = status === 'D' ? undefined : repositories.gitUri(uri, sha);
    changes.push([uri, before, after]);
  }
  await commands.executeCommand('vscode.changes', title, changes);
}
