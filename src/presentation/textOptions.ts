import type { Goal } from '../core/goal/goal';
/** What the wording of goals depends on. */
export interface TextOptions {
  /** How a goal is written in the current repository; defaults to its key. */
  readonly spell?: (goal: Goal) => string;
  /** The language of the window, as a BCP 47 tag. */
  readonly language: string;
  /** Epoch milliseconds: the moment that "in 3 days" counts from. */
  readonly now: number;
  /** Revenue is sensitive: shown as a band unless the person chose otherwise. */
  readonly revenue: 'band' | 'exact' | 'hidden';
}
