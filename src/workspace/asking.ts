import type { SignIn } from '../core/tracker/signInPlace';

/** How to ask trackers without an editor: in a pipeline, which holds tokens. */
export interface Asking {
  /** The token for a tracker; undefined if it is not to be asked. */
  readonly token: (place: SignIn) => string | undefined;
  /**
   * The revision whose settings say which trackers to ask and how: what a pull request is measured against, so that the
   * pull request has no say in it. Undefined if nothing is proposed: then the work tree decides.
   */
  readonly base: string | undefined;
}
