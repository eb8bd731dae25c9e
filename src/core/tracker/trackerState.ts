import type { CodeTie } from '../goal/codeLink';
import type { Goal } from '../goal/goal';
import type { ReferenceStyle } from '../references/referenceStyle';

/** What is wrong with a tracker right now, in one sentence that includes the next step. */
export interface TrackerFault {
  /**
   * `offline`: the tracker could not be reached; `signedOut`: it needs a token; `refused`: it said no; `invalid`: its
   * answer cannot be used; `bug`: Goal Lens itself failed.
   */
  readonly kind: 'offline' | 'signedOut' | 'refused' | 'invalid' | 'bug';
  readonly message: string;
}

/** Everything known about one tracker at one moment. A fault never removes the goals read before it. */
export interface TrackerState {
  readonly id: string;
  /** What people call it: `goals.yaml`, `Jira shop.example`. */
  readonly name: string;
  /** The URI of the folder that the tracker belongs to, if it is a file in that folder. */
  readonly folder?: string;
  /**
   * How a tracker that numbers its items spells them, so that people can write `#142` where others write `SHOP-142`.
   */
  readonly references?: ReferenceStyle;
  /** What a bare `#142` refers to in the folder, as its goals file says: a repository, or a tracker's address. */
  readonly numbers?: string;
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly goals: readonly Goal[];
  /** The code that it ties to goals, reported separately from them. */
  readonly ties?: readonly CodeTie[];
  readonly fault?: TrackerFault;
  /** How many entries could not be used; each is reported in the Problems panel. */
  readonly badEntries: number;
  /** The keys of those entries, as far as they could be made out: such a goal has an error, and is not missing. */
  readonly brokenKeys?: readonly string[];
  /** The followed places that cannot be read while the rest can, one sentence each. */
  readonly unread?: readonly string[];
  /** When the goals were last known to be current, in epoch milliseconds. */
  readonly asOf?: number;
}
