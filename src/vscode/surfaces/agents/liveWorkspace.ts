import type { Uri } from 'vscode';
import { checkoutAt } from '../../../workspace/checkout';
import { Workspace } from '../../../workspace/workspace';
import type { Services } from '../../services';

/** The sources of a workspace for agents. */
export type LiveSources = Pick<
  Services,
  'choices' | 'context' | 'git' | 'pathMaps' | 'references' | 'repositories' | 'roots' | 'settings' | 'store'
>;

/**
 * The workspace as the window knows it now, for every kind of answer: the repository of the given file, otherwise the
 * panel's, otherwise the first folder; undefined if nothing is open.
 *
 * @throws {GitError} and the signal's reason
 */
export async function liveWorkspace(
  { context, git, pathMaps, references, repositories, roots, settings, store }: LiveSources,
  file?: Uri,
  signal?: AbortSignal,
): Promise<Workspace | undefined> {
  const found = file && repositories.of(file);
  const repository =
    found ?? context.current.branch?.repository ?? repositories.chosen ?? repositories.all[0];
  const rootUri = repository?.rootUri ?? roots.all[0];
  if (rootUri?.scheme !== 'file') return undefined;
  return new Workspace(git, {
    root: rootUri.fsPath,
    folder: rootUri.toString(),
    checkout: repository && (await checkoutAt(git, rootUri.fsPath, signal)),
    catalog: store.catalog,
    pathMap: pathMaps.get(rootUri),
    references: references.in(repository),
    rules: references.rulesOf(repository),
    settingProblems: [],
    revenue: settings.revenue,
  });
}
