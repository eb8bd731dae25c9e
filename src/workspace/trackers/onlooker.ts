import type { Event } from '../../core/event';

/** The person for whom trackers are read. */
export interface Onlooker {
  /** Whether somebody is looking; otherwise no tracker is asked. */
  readonly isLooking: boolean;
  readonly onDidChange: Event<unknown>;
  /** Shows that `run` is under way for as long as it lasts; `say` reports its progress. */
  watch(title: string, run: (say: (message: string) => void) => Promise<void>): PromiseLike<void>;
}
