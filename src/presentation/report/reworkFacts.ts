import type { Goal } from '../../core/goal/goal';
import type { Rework, ReworkShare } from '../../core/report/rework';
import { shareOf } from '../../core/report/tally';
import { rounded } from './figures';
import type { ReportRecord } from './reportSchema';

type ReworkFacts = NonNullable<ReportRecord['rework']>;

/** How much was rewritten, as facts: only shares, as lines are not a measure of work. */
export function reworkFacts(
  { all, byRank, byGoal, tooYoung }: Rework,
  spell: (goal: Goal) => string,
): ReworkFacts {
  return {
    ...reworkShare(all),
    tooYoung,
    byPriority: ([1, 2, 3, 4, 0] as const).flatMap((rank) => {
      const share = byRank[rank];
      const priority = rank === 0 ? ('notSet' as const) : (`P${rank}` as const);
      return share ? { priority, ...reworkShare(share) } : [];
    }),
    byGoal: [...byGoal].map(([goal, share]) => ({ reference: spell(goal), ...reworkShare(share) })),
  };
}

/** The share of lines that were rewritten. */
export function reworkShare(
  { lines, rewritten, landings }: ReworkShare = { lines: 0, rewritten: 0, landings: 0 },
): Pick<ReworkFacts, 'share' | 'landings'> {
  return { share: lines === 0 ? null : rounded(shareOf(rewritten, lines)), landings };
}
