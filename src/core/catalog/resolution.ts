import type { Goal } from '../goal/goal';

/** What a spelling names in one repository. */
export interface Resolution {
  readonly goal?: Goal;
  /** The goals that an ambiguous spelling may mean. */
  readonly offers: readonly Goal[];
}
