import { commands as vscodeCommands, l10n, type Uri } from 'vscode';
import { goalInPath } from '../../core/references/goalLinkPath';
import { GoalLensError } from '../../core/errors';
import type { Goal } from '../../core/goal/goal';
import { hiddenCommands } from '../ids';
import type { Services } from '../services';

/** What opening an address takes. */
export interface AddressSources extends Pick<Services, 'store' | 'references' | 'context'> {
  /** Resolves when everything has been read once. */
  readonly ready: () => Promise<void>;
}

/** Trackers may take so long to give their goals, in milliseconds. */
const maxWaitMs = 20_000;

/**
 * Shows the goal of an address `vscode://goal-lens.goal-lens/goal/KEY` in the panel, with the files and
 * commits under it. An address can come from anywhere: it only ever shows a goal that a tracker has.
 */
export async function openGoalAddress(from: AddressSources, { path }: Uri): Promise<void> {
  const text = goalInPath(path);
  if (text === undefined) {
    throw new GoalLensError(l10n.t('This address names no goal. Ask for one that ends in /goal/ and a key.'));
  }
  await from.ready();
  const goal = await goalOnceRead(from, text);
  if (!goal) {
    throw new GoalLensError(
      l10n.t('No tracker has {0}. Connect its tracker, or open the folder that it is kept in.', text),
    );
  }
  await vscodeCommands.executeCommand(hiddenCommands.readGoal, goal.key);
}

/** The goal, as soon as a tracker has given it; undefined where all have given what they have. */
function goalOnceRead(from: AddressSources, text: string): Promise<Goal | undefined> {
  const { store, references, context } = from;
  const find = (): Goal | undefined => references.in(context.current.branch?.repository).find(text);
  const isOver = (): boolean => store.catalog.trackers.every(({ phase }) => phase !== 'loading');
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve(find());
    };
    const timer = setTimeout(done, maxWaitMs);
    const listener = store.onDidChange(() => {
      if (find() || isOver()) done();
    });
    if (find() || isOver()) done();
  });
}
