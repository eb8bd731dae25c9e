/**
 * What goes wrong and was foreseen. Its message is one sentence for a person, translated, with the next step in it;
 * `TrackerError` and `InvalidTagError` carry facts instead, of which `presentation/faultText.ts` makes the sentence.
 * Whatever else is thrown is a bug of ours, and is told as one.
 */
export class GoalLensError extends Error {
  override readonly name: string = 'GoalLensError';
}

/** What cannot be done as things stand, with what a person can do about it at once, the likeliest first. */
export class Refusal extends GoalLensError {
  override readonly name = 'Refusal';

  constructor(
    message: string,
    readonly waysOut: readonly WayOut[],
  ) {
    super(message);
  }
}

/** Something that a person can do at once about what was refused. */
export type WayOut =
  'connectTracker' | 'createGoalsFile' | 'linkBranch' | 'tagExistingCommits' | 'openFolder' | 'checkOut';

/** Whether an error only says that somebody no longer wants the answer. */
export function isCancellation(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'Canceled');
}
