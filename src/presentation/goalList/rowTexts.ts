import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import type { GoalScope } from '../../core/views/goalScopes';
import type { GoalView } from '../../core/views/goalView';
import { levelText, rankName, rankText, spelling } from '../goalText';
import { reasonText } from '../reasonText';
import type { TextOptions } from '../textOptions';
import type { GroupName, ListRow } from './goalList';
import { numberFormat } from '../formats';
import { statusName } from '../trackerWords';

/** The lines of one row. */
export interface RowTexts {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

/** The heading of a group. */
export function groupText(group: GroupName): string {
  if (group === 'current') return l10n.t('Current');
  if (group === 'offered') return l10n.t('Perhaps meant');
  if (group === 'mine') return l10n.t('Yours');
  if (group === 'objectives') return l10n.t('Objectives');
  if (group === 'closed') return l10n.t('Closed');
  return group === 0 ? rankName(0) : `${rankText(group)} ${rankName(group)}`;
}

/**
 * A goal in a list: `P1 Title`, its key and level, and the reason for its position; `mark` says what it is to the
 * person.
 */
export function goalTexts(view: GoalView, mark: string | undefined, text: TextOptions): Required<RowTexts> {
  const { goal, rank } = view;
  const reason = reasonText(view, text);
  return {
    label: `${rank > 0 ? `${rankText(rank)} ` : ''}${goal.title}`,
    description: [
      spelling(goal, text),
      goal.level === 'item' ? undefined : levelText(goal.level),
      view.isClosed && goal.status ? statusName(goal.status.name) : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(' · '),
    detail:
      [mark, reason].filter(Boolean).map(capital).join(' · ') ||
      l10n.t('No impact and no target date recorded'),
  };
}

/** A row that is not a goal: what an empty result means, and what else there is. */
export function otherTexts(
  row: Exclude<ListRow, { kind: 'goal' | 'heading' }>,
  query: string,
  scope: GoalScope,
  text: TextOptions,
): RowTexts {
  const typed = query.trim();
  if (row.kind === 'more') {
    const count = numberFormat(text.language).format(row.count);
    return {
      label: counted(row.count, {
        one: l10n.t('{0} more goal', count),
        other: l10n.t('{0} more goals', count),
      }),
      detail: l10n.t('Type to find it by title, key, owner, label, level, status or customer.'),
    };
  }
  if (row.kind === 'closed') {
    const { goal } = row.first;
    const said = typed === '' ? l10n.t('No goal is open.') : l10n.t('Nothing open matches “{0}”.', typed);
    const first = l10n.t(
      '{0} ({1}): {2}.',
      goal.title,
      spelling(goal, text),
      statusName(goal.status?.name ?? ''),
    );
    return {
      label: counted(row.count, {
        one: l10n.t('Show {0} closed goal', row.count),
        other: l10n.t('Show {0} closed goals', row.count),
      }),
      detail: `${said} ${first}`,
    };
  }
  if (row.inAll > 0) {
    return {
      label: l10n.t('Show all goals'),
      detail: scope === 'mine' ? l10n.t('None of them is yours.') : l10n.t('None of them is your team’s.'),
    };
  }
  return typed === ''
    ? { label: l10n.t('There are no open goals') }
    : {
        label: l10n.t('No goal matches “{0}”', typed),
        detail: l10n.t('Title, key, owner, label, level, status and customer were searched.'),
      };
}

function capital(text: string | undefined, at: number): string {
  const [first = '', ...rest] = text ?? '';
  return at === 0 ? first.toLocaleUpperCase() + rest.join('') : (text ?? '');
}
