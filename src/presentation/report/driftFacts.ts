import type { Goal } from '../../core/goal/goal';
import type { PlanDrift } from '../../core/report/planDrift';
import { oneLine } from '../oneLine';
import type { Figures } from './figures';
import type { ReportRecord } from './reportSchema';

/** How the plan changed, as stated in a report's record. */
export function driftFacts(
  { changes, otherRank }: PlanDrift,
  spell: (goal: Goal) => string,
  figures: Figures,
  dayAt: (moment: number) => string,
): NonNullable<ReportRecord['drift']> {
  return {
    changes: changes.map(({ goal, at, what, from, to }) => ({
      day: dayAt(at),
      reference: spell(goal),
      title: oneLine(goal.title),
      what,
      from: from === undefined ? null : oneLine(from),
      to: to === undefined ? null : oneLine(to),
    })),
    otherPriority: figures(otherRank),
  };
}
