import type { Goal } from '../../core/goal/goal';
import type { Services } from '../services';
import { givenGoal } from './givenGoal';
import { copyButton, openInTracker, readButton } from './goalButtons';
import { linkGoal } from './linkBranch';

type Needs = Pick<Services, 'branchGoals' | 'choices' | 'context' | 'repositories' | 'store' | 'textOptions'>;

/** Shows the goal chosen in a list in the panel. */
export function readGivenGoal(services: Needs, argument: unknown): Promise<void> {
  return withGoal(services, argument, (goal) => readButton().run(goal));
}

/** Links the branch to the goal chosen in a list. */
export function linkGivenGoal(services: Needs, argument: unknown): Promise<void> {
  return withGoal(services, argument, (goal) => linkGoal(services, goal));
}

/** Copies the key of the goal chosen in a list. */
export function copyGivenGoal(services: Needs, argument: unknown): Promise<void> {
  return withGoal(services, argument, (goal) => copyButton().run(goal));
}

/** Opens the goal chosen in a list in its tracker. */
export function openGivenGoal(services: Needs, argument: unknown): Promise<void> {
  return withGoal(services, argument, openInTracker);
}

async function withGoal(
  services: Needs,
  argument: unknown,
  run: (goal: Goal) => Promise<void>,
): Promise<void> {
  const goal = givenGoal(services, argument);
  if (goal) await run(goal);
}
