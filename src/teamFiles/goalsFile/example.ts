import type { Goal } from '../../core/goal/goal';

/**
 * Whether a goal is still one of the examples that a new goals file begins with if nothing better could be proposed.
 */
export function isExample({ key, title }: Goal): boolean {
  return key.startsWith('EXAMPLE-') && title.startsWith('Example: ');
}
