import { GoalCatalog } from '../catalog/goalCatalog';
import type { Goal } from '../goal/goal';
import type { PlanVersion } from './planVersion';
import { dayOf, type ReportPeriod } from './reportPeriod';

/**
 * The plan as trackers recorded it during a period: the version before its first change, then one for each day with
 * changes. Empty if there were none.
 */
export function loggedPlan({ trackers }: GoalCatalog, { start, end, timeZone }: ReportPeriod): PlanVersion[] {
  const moments = trackers
    .flatMap(({ goals }) => goals.flatMap(({ log = [] }) => log.map(({ until }) => until)))
    .filter((until) => until >= start * 1000 && until < end * 1000)
    .sort((a, b) => a - b);
  if (moments.length === 0) return [];
  // A day is represented by its last version.
  const days = [...new Map(moments.map((moment) => [dayOf(moment, timeZone), moment])).values()];
  return [start * 1000 - 1, ...days].map((moment, at) => ({
    since: at === 0 ? -Infinity : moment / 1000,
    catalog: new GoalCatalog(
      trackers.map((tracker) => ({ ...tracker, goals: tracker.goals.map((goal) => asOf(goal, moment)) })),
    ),
  }));
}

/** A goal as its plan was right after a moment, in epoch milliseconds. */
function asOf(goal: Goal, moment: number): Goal {
  const past = goal.log?.find(({ until }) => until > moment);
  if (!past) return goal;
  const { priority, status, targetDate } = past;
  const then = Object.entries({ ...goal, priority, status, targetDate });
  return Object.fromEntries(then.filter(([, value]) => value !== undefined)) as unknown as Goal;
}
