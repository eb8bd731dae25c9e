import { planHook } from '../../../../src/git/hook/hookPlan';
import { plainGit } from './hookRepository';

/** Why the hook cannot be set up in a repository; called in a process that permissions bind. */
export async function hookObstacle(root: string): Promise<string> {
  const plan = await planHook(plainGit, root);
  return plan.kind === 'impossible' ? plan.message : `It can: ${plan.kind}.`;
}
