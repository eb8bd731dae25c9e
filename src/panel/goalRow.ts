import * as l10n from '@vscode/l10n';
import type { GoalView } from '../core/views/goalView';
import { healthText, otherSpelling, rankText } from '../presentation/goalText';
import type { TextOptions } from '../presentation/textOptions';
import type { GoalRow } from './contract/goalSheet';
import { dueOf } from './due';
import { fromOf } from './standing';
import { statusName } from '../presentation/trackerWords';

/** A goal in a list: its name, how urgent it is, and what matters most about it. */
export function goalRow(view: GoalView, options: TextOptions): GoalRow {
  const { goal, rank, isClosed } = view;
  const due = isClosed ? undefined : dueOf(view, options);
  const { from } = fromOf(view.priority, view, options);
  const state =
    isClosed || !goal.health || goal.health === 'onTrack'
      ? goal.status && statusName(goal.status.name)
      : healthText(goal.health);
  return {
    key: goal.key,
    ...otherSpelling(goal, options),
    title: goal.title,
    rank,
    ...(rank > 0 && { priorityLabel: rankText(rank) }),
    closed: isClosed,
    notes: [
      ...(state === undefined ? [] : [{ text: state }]),
      ...(from === undefined || isClosed ? [] : [{ text: l10n.t('{0} from {1}', rankText(rank), from) }]),
      ...(due?.pressing && due.from === undefined ? [{ text: due.text, strong: true }] : []),
    ],
  };
}
