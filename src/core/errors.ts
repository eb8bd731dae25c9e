/**
 * An expected failure. Its message is one translated sentence for a person, with the next step in it; `TrackerError`
 * and `InvalidTagError` carry facts instead, from which `presentation/faultText.ts` makes the sentence. Anything else
 * that is thrown is a bug of ours and reported as one.
 */
export class GoalLensError extends Error {
  override readonly name: string = 'GoalLensError';
}

/** Something that cannot be done as things stand, with the immediate remedies, likeliest first; the log has no more. */
export class Refusal extends GoalLensError {
  override readonly name = 'Refusal';

  constructor(
    message: string,
    readonly waysOut: readonly WayOut[],
  ) {
    super(message);
  }
}

/** Something that a person can do at once about a refusal. */
export type WayOut =
  | 'connectTracker'
  | 'createGoalsFile'
  | 'linkBranch'
  | 'tagExistingCommits'
  | 'openFolder'
  | 'checkOut'
  | 'showExplorer'
  | 'showProblems';

/** Whether an error only says that the result is no longer wanted. */
export function isCancellation(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'Canceled');
}
