export const steps = ['cart', 'delivery', 'payment', 'confirmation'] as const;
export type Step = (typeof steps)[number];

/** What the shopper has filled in so far. */
export interface Progress {
  readonly hasLines: boolean;
  readonly hasAddress: boolean;
  readonly isPaid: boolean;
}

export function isComplete(step: Step, progress: Progress): boolean {
  switch (step) {
    case 'cart':
      return progress.hasLines;
    case 'delivery':
      return progress.hasAddress;
    case 'payment':
      return progress.isPaid;
    case 'confirmation':
      return false;
  }
}

/** A step can be entered when every step before it is complete. */
export function canEnter(step: Step, progress: Progress): boolean {
  return steps.slice(0, steps.indexOf(step)).every((earlier) => isComplete(earlier, progress));
}

/** The step to continue with after a break: the first one that is not complete. */
export function resumeAt(progress: Progress): Step {
  return steps.find((step) => !isComplete(step, progress)) ?? 'confirmation';
}
