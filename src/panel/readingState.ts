import * as l10n from '@vscode/l10n';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { isSameGoal, type Goal } from '../core/goal/goal';
import type { ServedGoal } from '../core/links/servedGoals';
import { goalView } from '../core/views/goalView';
import type { TextOptions } from '../presentation/textOptions';
import type { Line, PanelButton } from './contract/controls';
import type { PanelState } from './contract/panelState';
import { fileBar } from './fileBar';
import { goalSheet } from './goalSheet';
import type { PanelInput } from './panelInput';

/** The panel while a person reads a goal other than the branch's, with the way back. */
export function readingState(
  { branch, catalog, file, historyOf }: PanelInput,
  { goal, backTo }: NonNullable<PanelInput['reading']>,
  options: TextOptions,
): Extract<PanelState, { kind: 'goal' }> {
  const ofBranch = branch?.served.goals ?? [];
  const served = ofBranch.find(({ linked }) => isSameGoal(linked, goal));
  const place = backTo ?? ofBranch[0]?.linked.key ?? branch?.name;
  return {
    kind: 'goal',
    back: place === undefined ? l10n.t('Back') : l10n.t('Back to {0}', place),
    goal: goalSheet(goal, {
      catalog,
      options,
      historyOf,
      served,
      lines: relationOf(goal, ofBranch, catalog),
      buttons: buttonsOf(goal, served !== undefined, branch?.name !== undefined),
    }),
    ...(file && { file: fileBar(file, ofBranch, catalog, options) }),
  };
}

/** How the goal relates to the branch. */
function relationOf(goal: Goal, ofBranch: readonly ServedGoal[], catalog: GoalCatalog): Line[] {
  if (ofBranch.length === 0) return [];
  const isAbove = ({ linked }: ServedGoal): boolean =>
    [linked, ...goalView(linked, catalog).ancestors].some((each) => isSameGoal(each, goal));
  const text = ofBranch.some(isAbove)
    ? l10n.t('This branch serves it.')
    : l10n.t('This branch serves another goal.');
  return [{ icon: 'branch', text, buttons: [] }];
}

function buttonsOf({ key }: Goal, isLinked: boolean, hasBranch: boolean): PanelButton[] {
  return [
    ...(hasBranch && !isLinked
      ? [{ label: l10n.t('Link Branch'), action: 'linkGoal', key } satisfies PanelButton]
      : []),
    { label: l10n.t('Show Commits'), action: 'showCommits', key },
  ];
}
