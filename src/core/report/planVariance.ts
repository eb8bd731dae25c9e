import { normalizeKey } from '../goal/goalKey';
import { rankGroups, type EffortRow, type RankGroup } from './goalEffort';
import { shareOf } from './tally';

/** The shares of effort, 0 to 1, that a team wants, by `P1` to `P4` or by a goal's key. */
export type Targets = ReadonlyMap<string, number>;

/** How far a share is from its target. */
interface VariancePart {
  /** The target as written; undefined for all effort without a target. */
  readonly name: string | undefined;
  readonly target: number;
  readonly actual: number;
}

/** How far effort was from the plan. */
export interface PlanVariance {
  /** The share of the effort that went elsewhere, 0 to 1. */
  readonly variance: number;
  readonly parts: readonly VariancePart[];
}

/**
 * Plan variance: ½ Σ |actual − target| over the targets plus, as one part, everything without a target and the rest of
 * the plan. A goal's shares are taken out of those of its rank, so that nothing counts twice.
 */
export function planVariance(
  targets: Targets,
  rows: readonly EffortRow[],
  byRank: Readonly<Record<RankGroup, number>>,
): PlanVariance | undefined {
  if (targets.size === 0) return undefined;
  const whole = rankGroups.reduce((sum, group) => sum + byRank[group], 0);
  const byName = new Map([...targets].map(([name, target]) => [normalizeKey(name), { name, target }]));
  const actual = new Map<string, number>();
  let rest = 0;
  for (const { subject, rank, effort } of rows) {
    const key = subject.kind === 'goal' ? normalizeKey(subject.goal.key) : subject.kind.toUpperCase();
    const name = byName.has(key)
      ? key
      : subject.kind === 'goal' && byName.has(`P${rank}`)
        ? `P${rank}`
        : undefined;
    if (name === undefined) rest += effort;
    else actual.set(name, (actual.get(name) ?? 0) + effort);
  }
  const planned = [...targets.values()].reduce((sum, target) => sum + target, 0);
  const parts: VariancePart[] = [...byName].map(([key, { name, target }]) => ({
    name,
    target,
    actual: shareOf(actual.get(key) ?? 0, whole),
  }));
  parts.push({ name: undefined, target: Math.max(0, 1 - planned), actual: shareOf(rest, whole) });
  const variance = parts.reduce((sum, part) => sum + Math.abs(part.actual - part.target), 0) / 2;
  return { variance, parts };
}
