import * as l10n from '@vscode/l10n';
import { isSameGoal } from '../core/goal/goal';
import type { ServedGoal } from '../core/links/servedGoals';
import type { TrackerFault, TrackerState } from '../core/tracker/trackerState';
import { goalView } from '../core/views/goalView';
import type { TextOptions } from '../presentation/textOptions';
import type { Notice } from './contract/controls';
import type { PanelState } from './contract/panelState';
import { emptyBranch, noRepository, restrictedMode, unknownText } from './emptyBranch';
import { fileBar } from './fileBar';
import { goalRow } from './goalRow';
import { goalSheet } from './goalSheet';
import type { PanelInput } from './panelInput';
import { readingState } from './readingState';
import { faultButtons, trackerNotices } from './trackerNotices';

type GoalsState = Extract<PanelState, { kind: 'goals' }>;

/** What the panel shows for the person's current context. */
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
  const { branch, reading } = input;
  const [own] = branch?.served.goals ?? [];
  // The panel shows the branch's own goal anyway, with more around it.
  return reading && !(own && isSameGoal(own.linked, reading.goal))
    ? readingState(input, reading, options)
    : goalsState(input, options);
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

function goalsState(input: PanelInput, options: TextOptions): GoalsState {
  const branch = branchPart(input, options);
  const [goal] = input.branch?.served.goals ?? [];
  return {
    kind: 'goals',
    notices: notices(input, options),
    branch,
    ...(input.file && {
      file: fileBar(input.file, input.branch?.served.goals ?? [], input.catalog, options),
    }),
    announcement: goal ? announcementOf(goal, branch) : (branch.empty?.title ?? ''),
  };
}

function notices({ catalog, branch }: PanelInput, options: TextOptions): Notice[] {
  const found = trackerNotices(catalog.trackers, options);
  if (branch && branch.served.goals.length > 0 && branch.served.unknown.length > 0) {
    found.push({ severity: 'info', text: unknownText(branch.served, catalog.trackers), buttons: [] });
  }
  return found;
}

function branchPart(
  { branch, catalog, historyOf, isTrusted }: PanelInput,
  options: TextOptions,
): GoalsState['branch'] {
  if (!branch) {
    return isTrusted
      ? { name: l10n.t('No repository'), also: [], lines: [], empty: noRepository() }
      : { name: l10n.t('Branch not read'), also: [], lines: [], empty: restrictedMode() };
  }
  const { served, lines = [] } = branch;
  const [first, ...others] = served.goals;
  return {
    name: branch.name ?? headText(branch.head),
    ...(branch.repositoryName && { repository: branch.repositoryName }),
    ...(first
      ? { goal: goalSheet(first.linked, { catalog, options, historyOf, served: first }) }
      : { empty: emptyBranch({ ...branch, trackers: catalog.trackers }) }),
    also: others.map(({ linked }) => goalRow(goalView(linked, catalog), options)),
    lines: [...lines],
  };
}

function announcementOf({ linked }: ServedGoal, { goal }: GoalsState['branch']): string {
  // Without the due date, which changes by itself every day.
  return [linked.title, goal?.priority.label].filter((text) => text !== undefined).join(', ');
}

function headText(head: string | undefined): string {
  return head === undefined ? l10n.t('No branch') : l10n.t('Detached at {0}', head.slice(0, 7));
}
