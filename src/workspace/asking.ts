/** How trackers are asked where no editor does it: in a pipeline, which holds tokens. */
export interface Asking {
  /** The token for the address of a tracker; undefined where it is not asked. */
  readonly token: (address: string) => string | undefined;
  /**
   * The revision whose settings say which trackers are asked and how: what a pull request is measured against, so that
   * the pull request has no say in it. Undefined where nothing is proposed: then the work tree says it.
   */
  readonly base: string | undefined;
}
