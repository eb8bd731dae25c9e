import { commands as vscodeCommands, window } from 'vscode';
import type { ShownCommit } from '../../core/commitBox/nextCommit';
import type { GoalContext } from '../context/goalContext';
import type { GitRepository } from '../sources/git/gitExtension';
import type { GoalStore } from '../../core/catalog/goalStore';
import { Disposables } from '../../core/disposables';

type Fact = 'hasGoals' | 'hasBranchGoal' | 'hasTaggedCommit';

/**
 * Tells the walkthrough which steps are done, however they were done: goals exist, a branch serves one, commits are
 * tagged. Steps are never undone. VS Code never ticks a step for what was true before it first read its walkthroughs,
 * which may be as late as when one is opened: nothing is told before.
 */
export function tellWalkthrough(
  context: GoalContext,
  store: GoalStore,
  nextOf: (repository: GitRepository) => ShownCommit,
): Disposables {
  const done = new Set<Fact>();
  const told = new Set<Fact>();
  const tell = (): void => {
    if (done.size === told.size || !isWelcomeOpen()) return;
    for (const fact of done) {
      if (!told.has(fact)) void vscodeCommands.executeCommand('setContext', `goalLens.${fact}`, true);
      told.add(fact);
    }
  };
  const note = (fact: Fact, isDone: boolean): void => {
    if (isDone) done.add(fact);
  };
  const owned = new Disposables();
  owned.add(window.tabGroups.onDidChangeTabs(tell));
  owned.add(
    context.onDidChange(({ branch, isReady }) => {
      if (!isReady || done.size === 3) return;
      note(
        'hasGoals',
        store.catalog.trackers.some(({ goals }) => goals.length > 0),
      );
      note('hasBranchGoal', (branch?.served.goals.length ?? 0) > 0);
      const next = branch && nextOf(branch.repository);
      note(
        'hasTaggedCommit',
        next !== undefined && (next.written.length > 0 || (next.by === 'hook' && next.keys.length > 0)),
      );
      tell();
    }),
  );
  return owned;
}

/** Whether the editor may be open that shows walkthroughs: VS Code does not say what is in its tab. */
function isWelcomeOpen(): boolean {
  return window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input === undefined));
}
