import type { Goal } from '../../core/goal/goal';
import type { CommandServices } from './commandServices';

/** The goal that a command was called for: by its key, or from a list that hands over what has one. */
export function givenGoal(
  { context, store }: Pick<CommandServices, 'context' | 'store'>,
  argument: unknown,
): Goal | undefined {
  const key =
    typeof argument === 'object' && argument !== null && 'key' in argument ? argument.key : argument;
  if (typeof key !== 'string') return undefined;
  return store.catalog.find(key, context.current.branch?.repository.rootUri.toString());
}
