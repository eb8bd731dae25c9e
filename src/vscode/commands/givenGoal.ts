import type { Goal } from '../../core/goal/goal';
import type { TreeNode } from '../../presentation/goalTree/goalTree';
import type { Services } from '../services';

/** The goal a command was called for, by its key or by a node of the tree. */
export function givenGoal(
  { context, store }: Pick<Services, 'context' | 'store'>,
  argument: unknown,
): Goal | undefined {
  const key = isNode(argument) ? argument.view.goal.key : argument;
  if (typeof key !== 'string') return undefined;
  return store.catalog.find(key, context.current.branch?.repository.rootUri.toString());
}

function isNode(argument: unknown): argument is Extract<TreeNode, { kind: 'goal' }> {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === 'goal';
}
