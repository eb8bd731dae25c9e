import type { Goal } from '../core/goal/goal';
/** What the wording of goals depends on. */
export interface TextOptions {
  /** How a goal is written where the person is; by its key where this is not given. */
  readonly spell?: (goal: Goal) => string;
  /** A BCP 47 tag: the language of the window. */
  readonly language: string;
  /** Epoch milliseconds: what "in 3 days" counts from. */
  readonly now: number;
  /** Revenue is sensitive: a band unless the person chose otherwise. */
  readonly revenue: 'band' | 'exact' | 'hidden';
}
