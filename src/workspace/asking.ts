/** Where and as whom a tracker is asked. */
export interface SignIn {
  readonly url: string;
  readonly signInAs?: string | undefined;
}

/** How trackers are asked where no editor does it: in a pipeline, which holds tokens. */
export interface Asking {
  /** The token for a tracker; undefined where it is not asked. */
  readonly token: (place: SignIn) => string | undefined;
  /**
   * The revision whose settings say which trackers are asked and how: what a pull request is measured against, so that
   * the pull request has no say in it. Undefined where nothing is proposed: then the work tree says it.
   */
  readonly base: string | undefined;
}
