import { commands as vscodeCommands, l10n, type Uri } from 'vscode';
import { goalInPath } from '../../core/references/goalLinkPath';
import { Refusal } from '../../core/errors';
import type { Goal } from '../../core/goal/goal';
import { trackerWithBrokenEntry } from '../../core/tracker/brokenEntry';
import { hiddenCommands } from '../ids';
import type { Services } from '../services';

/** The services needed to open a goal's address. */
export interface AddressSources extends Pick<Services, 'store' | 'references' | 'context'> {
  /** Resolves when everything has been read once. */
  readonly ready: () => Promise<void>;
}

/** How long to wait for trackers to deliver their goals, in milliseconds. */
const maxWaitMs = 20_000;

/**
 * Shows the goal of a `vscode://goal-lens.goal-lens/goal/KEY` address in the panel, with its files and commits. An
 * address can come from anywhere, so it only ever shows a goal that a tracker has.
 */
export async function openGoalAddress(from: AddressSources, { path }: Uri): Promise<void> {
  const text = goalInPath(path);
  if (text === undefined) {
    throw new Refusal(l10n.t('This address names no goal. Ask for one that ends in /goal/ and a key.'), []);
  }
  await from.ready();
  const goal = await goalOnceRead(from, text);
  if (!goal) {
    const broken = trackerWithBrokenEntry(from.store.catalog.trackers, text);
    if (broken) {
      throw new Refusal(
        l10n.t(
          'The entry of {0} in {1} has an error. Mend it, then open the address again.',
          text,
          broken.name,
        ),
        ['showProblems'],
      );
    }
    throw new Refusal(
      l10n.t('No tracker has {0}. Connect its tracker, or open the folder that it is kept in.', text),
      ['connectTracker', 'openFolder'],
    );
  }
  await vscodeCommands.executeCommand(hiddenCommands.readGoal, goal.key);
}

/** The goal as soon as a tracker delivers it; undefined once all trackers have finished without it. */
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
