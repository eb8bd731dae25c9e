import * as l10n from '@vscode/l10n';
import type { Goal } from '../core/goal/goal';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import type { ServedGoals } from '../core/links/servedGoals';
import type { TrackerFault, TrackerState } from '../core/tracker/trackerState';
import type { HistoryText } from '../presentation/historyText';
import { agoText } from '../presentation/targetText';
import type { TextOptions } from '../presentation/textOptions';
import { goalCard, goalRef } from './goalCard';
import type { GoalCard, Notice, PanelButton, PanelState } from './contract/panelState';

/** What the panel's state is made from. */
export interface PanelInput {
  /** False until git and the goals have been read once. */
  readonly isReady: boolean;
  /** A folder is open. */
  readonly hasFolder: boolean;
  readonly isTrusted: boolean;
  readonly catalog: GoalCatalog;
  readonly branch?: {
    /** Undefined on a detached HEAD. */
    readonly name: string | undefined;
    readonly head: string | undefined;
    /** Given where more than one repository is open. */
    readonly repositoryName?: string;
    readonly choices: { readonly rejected: readonly string[] };
    readonly served: ServedGoals;
  };
  /** The history of a goal, where it is read. */
  readonly historyOf?: (goal: Goal) => HistoryText | undefined;
  readonly file?: { readonly path: string; readonly served: ServedGoals; readonly isReading: boolean };
}

type GoalsState = Extract<PanelState, { kind: 'goals' }>;
type BranchSection = GoalsState['branch'];

/** What the panel shows for where the person is. */
export function panelState(input: PanelInput, options: TextOptions): PanelState {
  const { trackers } = input.catalog;
  if (!input.hasFolder) {
    return {
      kind: 'noFolder',
      title: l10n.t('No folder open'),
      text: l10n.t('Open a folder to see which goals its code serves.'),
      buttons: [{ label: l10n.t('Open Folder'), action: 'openFolder', primary: true }],
    };
  }
  const hasGoals = trackers.some(({ goals }) => goals.length > 0);
  if (!hasGoals && (!input.isReady || trackers.some(({ phase }) => phase === 'loading'))) {
    return { kind: 'loading', text: l10n.t('Reading goals') };
  }
  if (trackers.length === 0) return noTracker();
  const failed = trackers.find(({ fault }) => fault);
  if (!hasGoals && failed?.fault) return error(failed, failed.fault);
  if (!input.isReady) return { kind: 'loading', text: l10n.t('Reading the branch') };
  return {
    kind: 'goals',
    notices: notices(input, options),
    branch: branchSection(input, options),
    ...(input.file && { file: fileSection(input.file, input.catalog, options) }),
  };
}

function noTracker(): PanelState {
  return {
    kind: 'noTracker',
    title: l10n.t('No goals yet'),
    text: l10n.t(
      'Connect the tracker that your team plans with, or start a goals file in the repository. Then link branches and paths to goals.',
    ),
    buttons: [
      { label: l10n.t('Connect Tracker…'), action: 'connectTracker', primary: true },
      { label: l10n.t('Create Goals File'), action: 'createGoalsFile' },
    ],
  };
}

function error(tracker: TrackerState, fault: TrackerFault): PanelState {
  const [first, ...others] = faultButtons(tracker, fault);
  return {
    kind: 'error',
    title:
      fault.kind === 'signedOut'
        ? l10n.t('Sign in to {0}', tracker.name)
        : l10n.t('{0} cannot be used', tracker.name),
    text: fault.message,
    buttons: [...(first ? [{ ...first, primary: true }] : []), ...others],
  };
}

/** What a person can do about a fault, the likeliest first. */
function faultButtons({ id, folder }: TrackerState, fault: TrackerFault): PanelButton[] {
  if (folder !== undefined) {
    return [
      { label: l10n.t('Open Goals File'), action: 'openGoalsFile' },
      { label: l10n.t('Show Log'), action: 'showLog' },
    ];
  }
  const status: PanelButton = { label: l10n.t('Show Connection Status'), action: 'showConnectionStatus' };
  return fault.kind === 'signedOut'
    ? [{ label: l10n.t('Sign In…'), action: 'signIn', key: id }, status]
    : [{ label: l10n.t('Try Again'), action: 'refresh' }, status];
}

function notices({ catalog, isTrusted, branch }: PanelInput, options: TextOptions): Notice[] {
  const found: Notice[] = [];
  for (const tracker of catalog.trackers) {
    if (tracker.fault) found.push(faultNotice(tracker, tracker.fault, options));
    else if (tracker.badEntries > 0) {
      found.push({
        severity: 'warning',
        text:
          tracker.badEntries === 1
            ? l10n.t('1 entry in {0} has an error.', tracker.name)
            : l10n.t('{0} entries in {1} have errors.', tracker.badEntries, tracker.name),
        buttons: [
          tracker.folder === undefined
            ? { label: l10n.t('Show Log'), action: 'showLog' }
            : { label: l10n.t('Show Problems'), action: 'showProblems' },
        ],
      });
    }
  }
  if (!isTrusted) {
    found.push({
      severity: 'info',
      text: l10n.t('Restricted Mode: branch and history are read once you trust this folder.'),
      buttons: [{ label: l10n.t('Manage Trust'), action: 'manageTrust' }],
    });
  }
  const unknown = branch?.served.unknown ?? [];
  if (branch && branch.served.goals.length > 0 && unknown.length > 0) {
    found.push({ severity: 'info', text: unknownText(unknown.map(({ key }) => key)), buttons: [] });
  }
  return found;
}

function faultNotice(tracker: TrackerState, fault: TrackerFault, options: TextOptions): Notice {
  const { name, asOf, folder } = tracker;
  const age = asOf === undefined ? '' : l10n.t('Last read {0}.', agoText(asOf, options));
  const says = {
    offline: l10n.t('{0} is offline.', name),
    signedOut: '',
    refused: l10n.t('{0} cannot be used.', name),
    invalid: l10n.t('{0} cannot be used.', name),
  }[fault.kind];
  const problems: PanelButton = { label: l10n.t('Show Problems'), action: 'showProblems' };
  return {
    severity: fault.kind === 'offline' ? 'warning' : 'error',
    text: [says, age, fault.message].filter((part) => part !== '').join(' '),
    // A second button would not fit beside the text; the status is one click further.
    buttons: folder === undefined ? faultButtons(tracker, fault).slice(0, 1) : [problems],
  };
}

function branchSection(input: PanelInput, options: TextOptions): BranchSection {
  const { branch, catalog } = input;
  const heading = l10n.t('This branch');
  if (!branch) {
    return {
      heading,
      name: l10n.t('No repository'),
      goals: [],
      empty: {
        title: l10n.t('No git repository'),
        text: l10n.t(
          'Goals of files still come from the path map. Open a file in a repository to see its branch.',
        ),
        buttons: [checkPriorities()],
      },
    };
  }
  const goals = branch.served.goals.map((served) => {
    const history = input.historyOf?.(served.goal);
    return { ...goalCard(served, catalog, options), ...(history && { history: copyOf(history) }) };
  });
  return {
    heading,
    name: branch.name ?? headText(branch.head),
    ...(branch.repositoryName && { repository: branch.repositoryName }),
    goals,
    ...(goals.length === 0 && { empty: emptyBranch(branch) }),
  };
}

function emptyBranch({ name, choices, served }: NonNullable<PanelInput['branch']>): BranchSection['empty'] {
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
  return {
    title: l10n.t('No goal linked'),
    text:
      served.unknown.length > 0
        ? unknownText(served.unknown.map(({ key }) => key))
        : l10n.t('Nothing ties this branch to a goal yet. A key in its name would, or a link made by hand.'),
    buttons: [link, checkPriorities()],
  };
}

function fileSection(
  { path, served, isReading }: NonNullable<PanelInput['file']>,
  catalog: GoalCatalog,
  options: TextOptions,
): NonNullable<GoalsState['file']> {
  const slash = path.lastIndexOf('/');
  return {
    heading: l10n.t('This file'),
    name: path.slice(slash + 1),
    folder: slash < 0 ? '' : path.slice(0, slash),
    goals: served.goals.map((each) => ({
      ref: goalRef(each.goal, catalog, options),
      card: { ...goalCard(each, catalog, options), canReject: false },
    })),
    reading: isReading,
    ...(served.goals.length === 0 &&
      !isReading && {
        empty: l10n.t('No path rule and no commit ties this file to a goal.'),
      }),
  };
}

function checkPriorities(): PanelButton {
  return { label: l10n.t('Check Priorities'), action: 'checkPriorities' };
}

function headText(head: string | undefined): string {
  return head === undefined ? l10n.t('No branch') : l10n.t('Detached at {0}', head.slice(0, 7));
}

function unknownText(keys: readonly string[]): string {
  return l10n.t('The branch names {0}, which no tracker has.', keys.join(', '));
}

/** The protocol's types are its schemas', which know no readonly. */
function copyOf({ commits, files }: HistoryText): NonNullable<GoalCard['history']> {
  return { commits: [...commits], files: [...files] };
}
