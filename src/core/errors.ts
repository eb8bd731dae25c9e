/** A fault that a person can do something about: its message is one sentence for them, with the next step. */
export class GoalLensError extends Error {
  override readonly name = 'GoalLensError';
}
