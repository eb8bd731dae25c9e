import * as l10n from '@vscode/l10n';
import type { BranchChoices } from '../core/links/branchLinks';
import type { ServedGoals } from '../core/links/servedGoals';
import { trackerWithBrokenEntry } from '../core/tracker/brokenEntry';
import type { TrackerState } from '../core/tracker/trackerState';
import type { PanelButton } from './contract/controls';

/** Where goals come from: a tracker that belongs to a folder is its goals file. */
type Trackers = readonly Pick<TrackerState, 'brokenKeys' | 'folder' | 'name'>[];

/** What takes the place of a branch's goals, and what can be done about it. */
export interface EmptyBranch {
  readonly title: string;
  readonly text: string;
  readonly buttons: PanelButton[];
}

/** A folder without a repository. */
export function noRepository(): EmptyBranch {
  return {
    title: l10n.t('No git repository'),
    text: l10n.t(
      'Goals of files still come from the path map. Open a file in a repository to see its branch.',
    ),
    buttons: [checkPriorities()],
  };
}

/** A folder that is not trusted, of which git is not asked. */
export function restrictedMode(): EmptyBranch {
  return {
    title: l10n.t('Restricted Mode'),
    text: l10n.t(
      'Branch and history are read once you trust this folder. Goals of files come from the path map.',
    ),
    buttons: [{ label: l10n.t('Manage Trust'), action: 'manageTrust', primary: true }, checkPriorities()],
  };
}

/** A branch that serves no known goal. */
export function emptyBranch(branch: {
  readonly name: string | undefined;
  readonly choices: Pick<BranchChoices, 'rejected'>;
  readonly served: ServedGoals;
  readonly trackers: Trackers;
}): EmptyBranch {
  const { name, choices, served, trackers } = branch;
  if (name === undefined) {
    return {
      title: l10n.t('Not on a branch'),
      text: l10n.t('HEAD is detached. Check out a branch to see its goal.'),
      buttons: [checkPriorities()],
    };
  }
  const link: PanelButton = { label: l10n.t('Link Branch to Goal…'), action: 'linkBranch', primary: true };
  const [rejected] = choices.rejected;
  if (rejected !== undefined) {
    return {
      title: l10n.t('No goal linked'),
      text: l10n.t('You said that {0} is not the goal of this branch.', choices.rejected.join(', ')),
      buttons: [link, { label: l10n.t('Link {0} Again', rejected), action: 'linkGoal', key: rejected }],
    };
  }
  const [unknown] = served.unknown;
  if (unknown) {
    const add: PanelButton = { label: l10n.t('Add {0}…', unknown.key), action: 'addGoal', key: unknown.key };
    // Without a goals file, the goal belongs in the tracker.
    const hasFile = trackers.some(({ folder }) => folder !== undefined);
    const broken = trackerWithBrokenEntry(trackers, unknown.key);
    return {
      title: l10n.t('No goal linked'),
      text: unknownText(served, trackers),
      buttons: broken
        ? [showProblems(), { ...link, primary: false }]
        : [link, hasFile ? add : checkPriorities()],
    };
  }
  return {
    title: l10n.t('No goal linked'),
    text: l10n.t('Nothing ties this branch to a goal yet. A key in its name would, or a link made by hand.'),
    buttons: [link, checkPriorities()],
  };
}

/**
 * Tells the branch's keys that are not found, in its name or linked by hand: in no tracker or, if none is connected, not
 * in the goals file; one whose entry has an error is told first, as it is there.
 */
export function unknownText({ unknown }: ServedGoals, trackers: Trackers): string {
  for (const { key } of unknown) {
    const broken = trackerWithBrokenEntry(trackers, key);
    if (broken) return l10n.t('The branch refers to {0}, whose entry in {1} has an error.', key, broken.name);
  }
  const keys = unknown.map(({ key }) => key).join(', ');
  return trackers.some(({ folder }) => folder === undefined)
    ? l10n.t('The branch refers to {0}, which no tracker has.', keys)
    : l10n.t('The branch refers to {0}, which is not in the goals file.', keys);
}

function showProblems(): PanelButton {
  return { label: l10n.t('Show Problems'), action: 'showProblems', primary: true };
}

function checkPriorities(): PanelButton {
  return { label: l10n.t('Check Priorities'), action: 'checkPriorities' };
}
