import { levels, type Goal } from '../goal/goal';
import type { GoalCatalog } from './goalCatalog';

/**
 * The goal that a piece of work is done for: the nearest initiative at or above it. Where there is none, the highest
 * goal of the chain that is not an objective; an objective that was linked directly stands for itself.
 */
export function initiativeOf(goal: Goal, catalog: GoalCatalog): Goal {
  const chain = [goal, ...catalog.ancestors(goal)];
  return (
    chain.find(({ level }) => level === 'initiative') ??
    chain.findLast(({ level }) => levels.indexOf(level) > levels.indexOf('initiative')) ??
    goal
  );
}
