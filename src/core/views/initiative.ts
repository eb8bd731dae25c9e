import { levels, type Goal } from '../goal/goal';

/**
 * The goal that a piece of work is done for: the nearest initiative at or above it. If there is none, the highest goal
 * of the chain that is not an objective; an objective linked directly stands for itself.
 *
 * @param ancestors the goals above, nearest first
 */
export function initiativeOf(goal: Goal, ancestors: readonly Goal[]): Goal {
  const chain = [goal, ...ancestors];
  return (
    chain.find(({ level }) => level === 'initiative') ??
    chain.findLast(({ level }) => levels.indexOf(level) > levels.indexOf('initiative')) ??
    goal
  );
}
