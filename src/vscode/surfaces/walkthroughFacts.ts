import { commands as vscodeCommands, type Disposable } from 'vscode';
import type { ShownCommit } from '../../core/commitBox/nextCommit';
import type { GoalContext } from '../context/goalContext';
import type { GitRepository } from '../sources/git/gitExtension';
import type { GoalStore } from '../../core/catalog/goalStore';

/**
 * Tells the walkthrough which steps are done, however they were done: goals exist, a branch serves one, commits are
 * tagged. Steps are never undone.
 */
export function tellWalkthrough(
  context: GoalContext,
  store: GoalStore,
  nextOf: (repository: GitRepository) => ShownCommit,
): Disposable {
  const told = new Set<string>();
  const tell = (key: string, isDone: boolean): void => {
    if (!isDone || told.has(key)) return;
    told.add(key);
    void vscodeCommands.executeCommand('setContext', `goalLens.${key}`, true);
  };
  return context.onDidChange(({ branch, isReady }) => {
    if (!isReady || told.size === 3) return;
    tell(
      'hasGoals',
      store.catalog.trackers.some(({ goals }) => goals.length > 0),
    );
    tell('hasBranchGoal', (branch?.served.goals.length ?? 0) > 0);
    const next = branch && nextOf(branch.repository);
    tell(
      'hasTaggedCommit',
      next !== undefined && (next.written.length > 0 || (next.by === 'hook' && next.keys.length > 0)),
    );
  });
}
