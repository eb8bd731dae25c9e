import * as l10n from '@vscode/l10n';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { isClosed, isSameGoal, type Goal } from '../core/goal/goal';
import { goalView, type GoalView } from '../core/views/goalView';
import type { TextOptions } from '../presentation/textOptions';
import type { GoalSheet } from './contract/goalSheet';
import { goalRow } from './goalRow';

/** What a goal and its initiative wait for, and what waits for them; each goal once. */
export function whyNowGroups(
  view: GoalView,
  catalog: GoalCatalog,
  options: TextOptions,
): GoalSheet['whyNow'] {
  const { goal, initiative } = view;
  const both = isSameGoal(goal, initiative) ? [view] : [view, goalView(initiative, catalog)];
  const told: Goal[] = [goal, initiative];
  const group = (title: string, goals: readonly Goal[]): GoalSheet['whyNow'] => {
    const rest = goals.filter((each) => !told.some((other) => isSameGoal(each, other)));
    told.push(...rest);
    return rest.length === 0
      ? []
      : [{ title, goals: rest.map((each) => goalRow(goalView(each, catalog), options)) }];
  };
  return [
    ...both.flatMap(({ goal: { key }, dependencies }) =>
      group(l10n.t('{0} waits for', key), dependencies.openBlockers),
    ),
    ...both.flatMap(({ goal: { key }, dependencies }) =>
      group(
        l10n.t('Waits for {0}', key),
        dependencies.blocks.filter((each) => !isClosed(each)),
      ),
    ),
  ];
}
