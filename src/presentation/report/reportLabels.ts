import * as l10n from '@vscode/l10n';
import { wideRange } from '../../core/report/goalEffort';
import type { Rank } from '../../core/goal/goal';
import { rankName, rankText } from '../goalText';
import type { GoalFacts, PriorityName, ReportRecord } from './reportSchema';
import { statusName } from '../trackerWords';

/** A priority in words, or what takes its place. */
export function priorityLabel(priority: PriorityName): string {
  switch (priority) {
    case 'notSet':
      return rankName(0);
    case 'unknown':
      return l10n.t('Unknown goal');
    case 'none':
      return l10n.t('No goal');
    case 'P1':
    case 'P2':
    case 'P3':
    case 'P4':
      return priority;
  }
}

/** Evidence in words. */
export function evidenceLabel(evidence: ReportRecord['evidence'][number]['evidence']): string {
  switch (evidence) {
    case 'named':
      return l10n.t('Named in the commit');
    case 'reverted':
      return l10n.t('Undoes a commit that names it');
    case 'merge':
      return l10n.t('Named in the merge');
    case 'paths':
      return l10n.t('Path map');
    case 'declared':
      return l10n.t('Declared to have no goal');
    case 'none':
      return l10n.t('No goal');
  }
}

/** Whether a share depends on how one counts. */
export function isWide({ range: [low, high] }: Pick<GoalFacts, 'range'>): boolean {
  return high - low > wideRange;
}

/** A goal in a table: priority, key, title, and the status if the tracker records one. */
export function goalLabel({ rank, reference, title, status }: GoalFacts): string {
  return `${rankText(rank as Rank)} ${reference} ${title}${status === undefined ? '' : ` · ${statusName(status)}`}`;
}

/** A folder's display name; with its repository if there are several. */
export function folderName(
  { repository, folder }: ReportRecord['noGoal']['folders'][number],
  { repositories }: Pick<ReportRecord, 'repositories'>,
): string {
  const name = folder === null ? l10n.t('no files') : folder === '' ? l10n.t('(top folder)') : folder;
  return repositories.length > 1 ? `${repository}: ${name}` : name;
}
