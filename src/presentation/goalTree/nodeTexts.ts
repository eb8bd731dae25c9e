import * as l10n from '@vscode/l10n';
import { isSameGoal } from '../../core/goal/goal';
import type { GoalView } from '../../core/views/goalView';
import { healthText, rankText, spelling } from '../goalText';
import { groupText } from '../goalList/rowTexts';
import { reasonParts } from '../reasonText';
import { targetText } from '../targetText';
import type { TextOptions } from '../textOptions';
import type { TreeNode } from './goalTree';
import { numberFormat } from '../formats';
import { statusName } from '../trackerWords';

/** The texts of a node. */
export interface NodeTexts {
  readonly label: string;
  readonly description?: string;
  /** For a screen reader, which gets neither icon nor badge; begins with what is seen, so that it can be spoken. */
  readonly spoken: string;
}

/** The texts of a node: the title, then key and health or date, which are cut off first. */
export function nodeTexts(node: TreeNode, text: TextOptions): NodeTexts {
  if (node.kind === 'group') {
    const [label, count] = [groupText(node.group), numberFormat(text.language).format(node.count)];
    return { label, description: count, spoken: `${label}, ${count}` };
  }
  if (node.kind === 'more') {
    const label = l10n.t('{0} more: filter to see them', node.count);
    return { label, spoken: label };
  }
  const { goal, priority } = node.view;
  const note = noteOf(node.view, text);
  const key = spelling(goal, text);
  const description = note === undefined ? key : `${key} · ${note}`;
  const isOwn = priority && isSameGoal(priority.from, goal);
  const unseen = [
    isOwn && rankText(priority.value.rank),
    goal.status && statusName(goal.status.name),
    ...reasonParts(node.view, text),
  ].filter((part) => part && (note === undefined || !part.includes(note)));
  return {
    label: goal.title,
    description,
    spoken: [goal.title, description, ...unseen].join(', '),
  };
}

/** The most notable fact about a goal: its health if that is not good, else its due date, else its status. */
function noteOf({ goal, isClosed, target, priority }: GoalView, text: TextOptions): string | undefined {
  if (isClosed) return goal.status && statusName(goal.status.name);
  if (goal.health && goal.health !== 'onTrack') return healthText(goal.health);
  if (target && isSameGoal(target.from, goal)) {
    const due = targetText({ targetDate: target.value.date }, text);
    if (due?.urgency === 'overdue' || due?.urgency === 'soon') return due.relative;
  }
  if (priority && !isSameGoal(priority.from, goal))
    return l10n.t('{0} from {1}', rankText(priority.value.rank), spelling(priority.from, text));
  return goal.status && statusName(goal.status.name);
}
