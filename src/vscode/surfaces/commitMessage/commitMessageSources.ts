import { Uri, workspace, type LogOutputChannel } from 'vscode';
import type { GoalStore } from '../../../core/catalog/goalStore';
import type { ServedGoal } from '../../../core/links/servedGoals';
import type { BranchChoicesStore } from '../../sources/git/branchChoicesStore';
import type { GitRepository } from '../../sources/git/gitExtension';
import type { Repositories } from '../../sources/git/repositories';
import type { Settings } from '../../settings';
import type { TextOptions } from '../../../presentation/textOptions';
import type { BranchGoals } from '../../context/branchGoals';
import type { References } from '../../context/references';
import type { GoalContext } from '../../context/goalContext';

/** The sources for help with commit messages. */
export interface CommitMessageSources {
  readonly store: GoalStore;
  readonly context: Pick<GoalContext, 'current'>;
  readonly repositories: Pick<Repositories, 'all'>;
  readonly branchGoals: BranchGoals;
  readonly references: References;
  readonly choices: BranchChoicesStore;
  readonly settings: Settings;
  readonly textOptions: () => TextOptions;
  readonly log: LogOutputChannel;
}

/** The language id of a commit message that git opened in an editor. */
export const commitLanguage = 'git-commit';

/** The goals that a repository's branch is linked to, once its links are read. */
export async function servedByBranch(
  repository: GitRepository,
  { branchGoals, choices, log }: Pick<CommitMessageSources, 'branchGoals' | 'choices' | 'log'>,
): Promise<readonly ServedGoal[]> {
  try {
    await choices.of(repository);
  } catch (error) {
    log.warn('The links of the branch cannot be read.', error);
  }
  return branchGoals.of(repository)?.served.goals ?? [];
}

/** Where a message is written: the top of a commit box's repository, otherwise the message's own file. */
export function folderOfMessage(uri: Uri): Uri {
  const root = new URLSearchParams(uri.query).get('rootUri');
  return uri.scheme === 'vscode-scm' && root ? Uri.parse(root) : uri;
}

/** The repository a message is written for; the context's if the document does not say. */
export async function repositoryOfMessage(
  uri: Uri,
  { repositories, context }: Pick<CommitMessageSources, 'repositories' | 'context'>,
): Promise<GitRepository | undefined> {
  const { all } = repositories;
  const top = folderOfMessage(uri).toString();
  let found = all.find((each) => each.rootUri.toString() === top);
  if (uri.scheme === 'file') {
    const folder = Uri.joinPath(uri, '..').toString();
    found = all.find((each) => Uri.joinPath(each.rootUri, '.git').toString() === folder);
    // Worktrees and submodules keep the message elsewhere; their `.git` is a file that says where.
    for (const each of found ? [] : all) if ((await linkedGitFolder(each)) === folder) found = each;
  }
  return found ?? context.current.branch?.repository;
}

async function linkedGitFolder({ rootUri }: GitRepository): Promise<string | undefined> {
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(rootUri, '.git'));
    const path = /^gitdir: (.+?)[\r\n]*$/.exec(new TextDecoder().decode(bytes))?.[1];
    if (path === undefined) return undefined;
    const isAbsolute = /^(?:[/\\]|[A-Za-z]:)/.test(path);
    return (isAbsolute ? Uri.file(path) : Uri.joinPath(rootUri, path)).toString();
  } catch {
    // It is a folder, as in most repositories.
    return undefined;
  }
}
