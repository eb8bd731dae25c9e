import * as l10n from '@vscode/l10n';
import type { Rank } from '../core/goal/goal';
import { rankName } from './goalText';

/**
 * A status in words: the tracker's own name. A bare category or state, as records and interfaces write it
 * (`active`), is nobody's name, and is said in the person's language.
 */
export function statusName(name: string): string {
  switch (name) {
    case 'proposed':
      return l10n.t('proposed');
    case 'planned':
      return l10n.t('planned');
    case 'active':
      return l10n.t('active');
    case 'blocked':
      return l10n.t('blocked');
    case 'done':
      return l10n.t('done');
    case 'dropped':
      return l10n.t('dropped');
    case 'open':
      return l10n.t('open');
    case 'closed':
      return l10n.t('closed');
    default:
      return name;
  }
}

const bareRanks: ReadonlyMap<string, Rank> = new Map([
  ['urgent', 1],
  ['high', 2],
  ['medium', 3],
  ['low', 4],
  ['not set', 0],
]);

/** A priority in words: the tracker's own label, unless it is a record's bare word for the rank (`urgent`). */
export function priorityName(label: string): string {
  const rank = bareRanks.get(label);
  return rank === undefined ? label : rankName(rank);
}
