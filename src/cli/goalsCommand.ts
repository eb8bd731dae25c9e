import { goalView, type GoalView } from '../core/views/goalView';
import { rankGoals } from '../core/views/ranking';
import { goalName, rankText } from '../presentation/goalText';
import { oneLine } from '../presentation/oneLine';
import { reasonText } from '../presentation/reasonText';
import type { TextOptions } from '../presentation/textOptions';
import type { Workspace } from '../workspace/workspace';
import type { Answer } from './answer';
import { exitCodes } from './exitCodes';
import { goalRecord } from './goalRecord';
import { statusName } from '../presentation/trackerWords';

/** `goal-lens goals`: lists the goals, most important first. */
export function goalsCommand(
  { catalog, folder }: Workspace,
  { all }: { readonly all: boolean },
  options: TextOptions,
): Answer {
  const goals = catalog.all(folder);
  const open = rankGoals(goals, catalog);
  const rest = all ? goals.map((goal) => goalView(goal, catalog)).filter((each) => !open.includes(each)) : [];
  const views = [...open, ...rest];
  return {
    exitCode: views.length > 0 ? exitCodes.ok : exitCodes.nothing,
    text:
      views.length > 0 ? views.map((view) => lineOf(view, options)).join('\n') : 'There are no open goals.',
    json: { goals: views.map((view) => goalRecord(view, options)) },
  };
}

function lineOf(view: GoalView, options: TextOptions): string {
  const reason = reasonText(view, options);
  return oneLine(
    `${rankText(view.rank).padEnd(2)}  ${goalName(view.goal, options)}${view.isClosed ? ` (${statusName(view.goal.status?.name ?? '')})` : ''}${reason && ` · ${reason}`}`,
  );
}
