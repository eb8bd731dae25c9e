import { l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import { pathMapPath } from '../../teamFiles/places';
import { goalsFilePath } from '../../teamFiles/places';
import { Refusal } from '../../core/errors';
import type { Services } from '../services';
import { fileExists } from './fileExists';
import { goalsRoot } from './goalsRoot';

type Needs = Pick<Services, 'context' | 'goalsFiles' | 'pathMaps' | 'roots' | 'store'>;

/**
 * Creates a missing goals file and path map from what the repository's branches, commits and code owners suggest, and
 * opens both, the goals file at the first thing to change.
 */
export async function createGoalsFile(services: Needs & Pick<Services, 'git' | 'log'>): Promise<void> {
  const root = await goalsRoot(services);
  if (!root) return;
  const [goals, paths] = [Uri.joinPath(root, goalsFilePath), Uri.joinPath(root, pathMapPath)];
  const [hasGoals, hasPaths] = await Promise.all([fileExists(goals), fileExists(paths)]);
  if (hasGoals && hasPaths) {
    await window.showTextDocument(goals);
    return;
  }
  const { proposalFor } = await import('./proposalFor');
  const { goalsText, pathsText, change } = await proposalFor(services, root);
  if (!hasGoals) await workspace.fs.writeFile(goals, new TextEncoder().encode(goalsText));
  if (!hasPaths) await workspace.fs.writeFile(paths, new TextEncoder().encode(pathsText));
  await Promise.all([services.goalsFiles.files.refresh(), services.pathMaps.files.refresh()]);
  await window.showTextDocument(goals, { preview: false, ...(!hasGoals && { selection: change }) });
  if (!hasPaths) await window.showTextDocument(paths, { viewColumn: ViewColumn.Beside, preserveFocus: true });
}

/** Opens the goals file of the current folder. */
export async function openGoalsFile(services: Needs): Promise<void> {
  await openBelowRoot(services, goalsFilePath);
}

/** Opens the path map of the current folder. */
export async function openPathMap(services: Needs): Promise<void> {
  await openBelowRoot(services, pathMapPath);
}

async function openBelowRoot({ context, roots }: Needs, path: string): Promise<void> {
  const { branch, file } = context.current;
  const near = file ? roots.holding(file.uri) : branch ? [branch.repository.rootUri] : [];
  for (const root of [...near, ...roots.all]) {
    const uri = Uri.joinPath(root, path);
    if (await fileExists(uri)) {
      await window.showTextDocument(uri);
      return;
    }
  }
  throw new Refusal(l10n.t('There is no {0} yet.', path), ['createGoalsFile']);
}
