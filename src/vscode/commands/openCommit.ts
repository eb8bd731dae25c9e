import { commands, Uri } from 'vscode';
import { changedFiles } from '../../git/history/changedFiles';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';

/** Opens the changes of a commit, each file beside its previous version. */
export async function openCommit(
  { git, repositories }: Pick<Services, 'git' | 'repositories'>,
  { rootUri }: GitRepository,
  sha: string,
  title: string,
): Promise<void> {
  const changes = (await changedFiles(git, rootUri.fsPath, sha)).map(({ path, change }) => {
    const uri = Uri.joinPath(rootUri, path);
    const before = change === 'added' ? undefined : repositories.gitUri(uri, `${sha}^`);
    const after = change === 'deleted' ? undefined : repositories.gitUri(uri, sha);
    return [uri, before, after];
  });
  await commands.executeCommand('vscode.changes', title, changes);
}
