import * as l10n from '@vscode/l10n';
import { counted } from '../core/counted';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { isSameGoal } from '../core/goal/goal';
import { fileGoals, type FileGoal } from '../core/links/fileGoals';
import type { ServedGoal, ServedGoals } from '../core/links/servedGoals';
import { evidenceText } from '../presentation/provenanceText';
import { spelling } from '../presentation/goalText';
import type { TextOptions } from '../presentation/textOptions';
import type { PanelButton } from './contract/controls';
import type { FileBar } from './contract/panelState';
import { goalRow } from './goalRow';

/** How many goals the closed bar names. */
const named = 2;

/** The file in the editor, and the goals that it serves. */
export interface PanelFile {
  readonly path: string;
  readonly served: ServedGoals;
  readonly isReading: boolean;
}

/** The bar for a file: its goals, open ones first and by urgency, and whether the branch's goal is among them. */
export function fileBar(
  { path, served, isReading }: PanelFile,
  ofBranch: readonly ServedGoal[],
  catalog: GoalCatalog,
  options: TextOptions,
): FileBar {
  const goals = fileGoals(served.goals, catalog);
  const isOfBranch = ({ served: { goal } }: FileGoal): boolean =>
    ofBranch.some((other) => isSameGoal(goal, other.goal));
  const note = noteOf(goals.length, ofBranch.length > 0 && !goals.some(isOfBranch));
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    marks: goals
      .slice(0, named)
      .map(({ view: { goal, rank } }) => ({ key: goal.key, title: goal.title, rank })),
    ...(note !== undefined && { note }),
    ...(goals.length > 0 && {
      count: counted(goals.length, {
        one: l10n.t('{0} goal', goals.length),
        other: l10n.t('{0} goals', goals.length),
      }),
    }),
    goals: goals.map((each) => {
      const row = goalRow(each.view, options);
      return {
        ...row,
        notes: isOfBranch(each) ? [{ text: l10n.t('your branch’s goal') }, ...row.notes] : row.notes,
        how: howText(each, options),
      };
    }),
    reading: isReading,
    ...(goals.length === 0 &&
      !isReading && { empty: l10n.t('No path rule and no commit ties this file to a goal.') }),
    buttons: buttonsOf(goals.length === 0 && !isReading),
  };
}

function buttonsOf(isEmpty: boolean): PanelButton[] {
  const open: PanelButton = { label: l10n.t('Open Path Map'), action: 'openPathMap' };
  return isEmpty ? [{ label: l10n.t('Map This Folder…'), action: 'mapFolder' }, open] : [open];
}

function noteOf(count: number, isForeign: boolean): string | undefined {
  if (count === 0) return l10n.t('no goal');
  if (isForeign) return l10n.t('not your goal');
  return count > named ? `+${count - named}` : undefined;
}

function howText({ view, served: { linked, link } }: FileGoal, options: TextOptions): string {
  const evidence = evidenceText(link.provenance);
  return isSameGoal(view.goal, linked) ? evidence : `${evidence} → ${spelling(linked, options)}`;
}
