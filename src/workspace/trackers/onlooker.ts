import type { Event } from '../../core/event';

/** The person for whom trackers are read. */
export interface Onlooker {
  /** Nobody is asked while nobody looks. */
  readonly isLooking: boolean;
  readonly onDidChange: Event<unknown>;
  /** Shows that something lasts while it does; `say` tells how far it is. */
  watch(title: string, run: (say: (message: string) => void) => Promise<void>): PromiseLike<void>;
}
