/** What a person did in a step: gave an answer, went back, or left. */
export type Answer<T> =
  { readonly kind: 'next'; readonly value: T } | { readonly kind: 'back' } | { readonly kind: 'left' };

/** A step saw only when its turn came that there is nothing to ask: it is passed over as one that is not needed. */
export interface Pass {
  readonly kind: 'pass';
}

/** Where a step stands among the others. */
export interface Place {
  readonly title: string;
  /** From 1. How many will follow depends on the answers: a total would jump. */
  readonly step: number;
}

/** One step of a wizard: asks for a part of the draft. */
export interface Step<D> {
  /** Steps that a draft does not need are passed over, in both directions. */
  isNeeded(draft: D): boolean;
  ask(draft: D, place: Place): Promise<Answer<D> | Pass>;
}

/** What leads through the steps. */
export interface Wizard<D> {
  readonly title: string;
  readonly steps: readonly Step<D>[];
  readonly draft: D;
  /** The step to begin with; those before it are reached by going back. */
  readonly startAt: number;
  /** Hears of every answer. */
  readonly keep: (draft: D) => Promise<void>;
}

/** Leads through the steps; undefined where the person left. */
export async function runWizard<D>({
  title,
  steps,
  startAt,
  keep,
  ...start
}: Wizard<D>): Promise<D | undefined> {
  let { draft } = start;
  let index = startAt;
  let direction = 1;
  // The steps that were asked on the way here: going back takes the number of a step back as well.
  const asked = steps.flatMap((step, at) => (at < startAt && step.isNeeded(draft) ? at : []));
  for (let step = steps[index]; step; step = steps[index]) {
    while ((asked.at(-1) ?? -1) >= index) asked.pop();
    if (step.isNeeded(draft)) {
      const answer = await step.ask(draft, { title, step: asked.length + 1 });
      if (answer.kind === 'left') return undefined;
      if (answer.kind === 'back') direction = -1;
      if (answer.kind === 'next') {
        direction = 1;
        draft = answer.value;
        asked.push(index);
        await keep(draft);
      }
    }
    // Before the first step there is nothing to go back to.
    if (index + direction < 0) direction = 1;
    else index += direction;
  }
  return draft;
}
