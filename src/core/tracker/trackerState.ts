import type { CodeTie } from '../goal/codeLink';
import type { Goal } from '../goal/goal';
import type { ReferenceStyle } from '../references/referenceStyle';

/** What is wrong with a tracker right now, in one sentence with the next step in it. */
export interface TrackerFault {
  /**
   * `offline`: the tracker was not reached; `signedOut`: it wants a token; `refused`: it said no; `invalid`: its
   * answer cannot be used; `bug`: it is Goal Lens that failed.
   */
  readonly kind: 'offline' | 'signedOut' | 'refused' | 'invalid' | 'bug';
  readonly message: string;
}

/** All that is known of one tracker at one moment. A fault never takes away the goals that were read before it. */
export interface TrackerState {
  readonly id: string;
  /** What people call it: `goals.yaml`, `Jira shop.example`. */
  readonly name: string;
  /** The folder that the tracker belongs to, as a URI, where it is a file of that folder. */
  readonly folder?: string;
  /** How a tracker that numbers its items spells them, so that people write `#142` where others write `SHOP-142`. */
  readonly references?: ReferenceStyle;
  /** Whose number a bare `#142` is in the folder, as its goals file says: a repository, or the address of a tracker. */
  readonly numbers?: string;
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly goals: readonly Goal[];
  /** The code that it ties to goals and told of when it was asked. */
  readonly ties?: readonly CodeTie[];
  readonly fault?: TrackerFault;
  /** How many entries could not be used; each is reported in the Problems panel. */
  readonly badEntries: number;
  /** What is followed but cannot be read while the rest can, one sentence each. */
  readonly unread?: readonly string[];
  /** When the goals were last known to be current, in epoch milliseconds. */
  readonly asOf?: number;
}
