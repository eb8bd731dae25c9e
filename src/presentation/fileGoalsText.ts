import * as l10n from '@vscode/l10n';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { isSameGoal, type Goal } from '../core/goal/goal';
import { fileGoals } from '../core/links/fileGoals';
import type { ServedGoal } from '../core/links/servedGoals';
import { plainLine } from '../core/plainText';
import { goalView } from '../core/views/goalView';
import { ellipsis, rankText, spelling } from './goalText';
import { withSource } from './reasonText';
import type { TextOptions } from './textOptions';

const maxTitle = 60;
const maxShown = 2;

/**
 * A goal in one short line: "P1 Checkout that never loses a cart (SHOP-7)", and with a priority that is not its own "P1
 * from SHOP-7 · Retry a payment (SHOP-142)". Icons in a title are not drawn.
 */
export function shortGoalLine(goal: Goal, catalog: GoalCatalog, options: TextOptions): string {
  const text = `${priorityBefore(goal, catalog, options)}${ellipsis(plainLine(goal.title), maxTitle)} (${spelling(goal, options)})`;
  return text.replaceAll('$(', '$ (');
}

function priorityBefore(goal: Goal, catalog: GoalCatalog, options: TextOptions): string {
  const { priority, rank } = goalView(goal, catalog);
  if (!priority) return '';
  const isOwn = isSameGoal(priority.from, goal);
  return isOwn ? `${rankText(rank)} ` : `${withSource(rankText(rank), priority, goal, options)} · `;
}

/** The most urgent two open goals of a file, one per line, and how many more there are. */
export function shortGoalLines(
  goals: readonly ServedGoal[],
  catalog: GoalCatalog,
  options: TextOptions,
): { readonly shown: readonly { readonly goal: Goal; readonly text: string }[]; readonly more?: string } {
  const open = fileGoals(goals, catalog).filter(({ view }) => !view.isClosed);
  const shown = open
    .slice(0, maxShown)
    .map(({ view: { goal } }) => ({ goal, text: shortGoalLine(goal, catalog, options) }));
  const rest = open.length - shown.length;
  return { shown, ...(rest > 0 && { more: l10n.t('{0} more', rest) }) };
}
