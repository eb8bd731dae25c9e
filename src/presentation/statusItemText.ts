import * as l10n from '@vscode/l10n';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { isSameGoal, type Goal } from '../core/goal/goal';
import type { GoalDrift } from '../core/drift/seenBranch';
import { fileGoals } from '../core/links/fileGoals';
import type { ServedGoal, ServedGoals } from '../core/links/servedGoals';
import type { TrackerState } from '../core/tracker/trackerState';
import { goalView } from '../core/views/goalView';
import { compareRanked, compareUrgency } from '../core/views/ranking';
import { ageText } from './ageText';
import { statusMark, type DriftMark } from './driftText';
import { ellipsis, rankText } from './goalText';
import type { TextOptions } from './textOptions';

/** The longest title, in characters: the status bar is shared by everyone. */
const maxTitleLength = 40;

/** What the status item is made from. */
export interface StatusItemInput {
  /** False until git and the goals have been read once. */
  readonly isReady: boolean;
  readonly branch?: { readonly name: string | undefined; readonly served: ServedGoals };
  readonly file?: { readonly served: ServedGoals };
  readonly catalog: GoalCatalog;
  /** What has changed about the branch's goals since work on it began. */
  readonly drift?: readonly GoalDrift[];
}

/** The texts of the status item; `text` contains only our own icons. */
export interface StatusItemText {
  readonly kind: 'branch' | 'file' | 'noGoal' | 'loading';
  readonly text: string;
  /** The same, for a screen reader. */
  readonly label: string;
  /** The goal that is shown, and its link. */
  readonly shown?: { readonly goal: Goal; readonly served: ServedGoal };
  /** The work may be over: shown in warning colours. */
  readonly isOver?: boolean;
}

/** Shows the branch's goal, else the file's most urgent goal, else that there is none; undefined hides the item. */
export function statusItemText(input: StatusItemInput, options: TextOptions): StatusItemText | undefined {
  const { isReady, branch, file, catalog } = input;
  if (isReady) {
    const goals = branch?.served.goals ?? [];
    const ofBranch = mostUrgent(goals, catalog);
    // A branch is made for an item; a file serves initiatives.
    if (ofBranch) {
      const shown = { goal: ofBranch.linked, served: ofBranch };
      return goalText('branch', shown, goals.length, input, options);
    }
    const [ofFile] = fileGoals(file?.served.goals ?? [], catalog);
    if (ofFile) {
      return goalText('file', { goal: ofFile.view.goal, served: ofFile.served }, 1, input, options);
    }
  }
  if (catalog.trackers.some(({ phase, goals }) => phase === 'loading' && goals.length === 0)) {
    return { kind: 'loading', text: `$(loading~spin) ${l10n.t('Goals')}`, label: l10n.t('Reading goals') };
  }
  return isReady && hasNoGoal(input)
    ? {
        kind: 'noGoal',
        text: `$(link) ${l10n.t('No goal')}`,
        label: l10n.t('No goal. Link the branch to one'),
      }
    : undefined;
}

/** Whether there is a branch, and goals that it could serve. */
function hasNoGoal({ branch, catalog }: StatusItemInput): boolean {
  return branch?.name !== undefined && catalog.trackers.some(({ goals }) => goals.length > 0);
}

/** The goal's tracker, if it could not be reached and its last known goals are shown. */
export function offlineTracker({ goal }: ServedGoal, catalog: GoalCatalog): TrackerState | undefined {
  return catalog.trackers.find(({ id, fault }) => id === goal.trackerId && fault?.kind === 'offline');
}

function goalText(
  kind: 'branch' | 'file',
  { goal: shown, served }: NonNullable<StatusItemText['shown']>,
  count: number,
  { catalog, drift = [] }: StatusItemInput,
  options: TextOptions,
): StatusItemText {
  const mark = kind === 'branch' ? statusMark(drift, served, options) : undefined;
  const { before, behind } = aroundTitle(shown, served, catalog, mark);
  const more = count > 1 ? ` +${count - 1}` : '';
  const title = before + ellipsis(shown.title, maxTitleLength);
  const named = `${kind === 'file' ? l10n.t('File: {0}', title) : title}${more}${behind}`;
  const icon = mark?.icon ?? (kind === 'file' ? 'file-code' : 'target');
  const spoken = `${before}${shown.title}${more}${behind}`;
  const label =
    kind === 'file'
      ? l10n.t('Goal of the file: {0}. Check priorities', spoken)
      : l10n.t('Goal: {0}. Check priorities', spoken);
  return {
    kind,
    // A title must not bring its own icons.
    ...offlineToo(
      `$(${icon}) ${named.replaceAll('$(', '$ (')}`,
      label,
      offlineTracker(served, catalog),
      options,
    ),
    shown: { goal: shown, served },
    isOver: mark?.isOver === true,
  };
}

/** The priority or what has become of it, and anything else notable, such as another goal's differing priority. */
function aroundTitle(
  shown: Goal,
  served: ServedGoal,
  catalog: GoalCatalog,
  mark: DriftMark | undefined,
): { readonly before: string; readonly behind: string } {
  const { rank } = goalView(shown, catalog);
  const ofInitiative = goalView(served.goal, catalog).rank;
  const isOther = !isSameGoal(shown, served.goal) && ofInitiative > 0 && ofInitiative !== rank;
  const before = mark?.before ?? (rank > 0 ? rankText(rank) : '');
  const behind = [mark?.after, isOther && l10n.t('goal {0}', rankText(ofInitiative))].filter(Boolean);
  return {
    before: before === '' ? '' : `${before} `,
    behind: behind.map((each) => ` · ${each}`).join(''),
  };
}

function offlineToo(
  text: string,
  label: string,
  offline: TrackerState | undefined,
  options: TextOptions,
): Pick<StatusItemText, 'text' | 'label'> {
  if (!offline) return { text, label };
  const age = offline.asOf === undefined ? [] : [ageText(offline.asOf, options)];
  return {
    text: `${text}  ${['$(debug-disconnect)', ...age].join(' ')}`,
    label: [l10n.t('{0}. Offline', label), ...age].join(', '),
  };
}

/** The first of a branch's items that no other outranks; a closed one only if there are no others. */
function mostUrgent(goals: readonly ServedGoal[], catalog: GoalCatalog): ServedGoal | undefined {
  const ranked = goals.map((served) => ({ served, view: goalView(served.linked, catalog) }));
  ranked.sort((a, b) => compareUrgency(a.view, b.view) || compareRanked(a.view, b.view));
  return ranked[0]?.served;
}
