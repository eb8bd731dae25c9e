/** How a person left a step: with an answer, back, or out of the wizard. */
export type Answer<T> =
  { readonly kind: 'next'; readonly value: T } | { readonly kind: 'back' } | { readonly kind: 'left' };

/** A step found only at its turn that there is nothing to ask: it is skipped like one that is not needed. */
export interface Pass {
  readonly kind: 'pass';
}

/** Where a step stands among the others. */
export interface Place {
  readonly title: string;
  /** One-based. The number of steps to come depends on the answers: a total would jump. */
  readonly step: number;
}

/** One step of a wizard: asks for a part of the draft. */
export interface Step<D> {
  /** Whether a draft needs the step; others are skipped in both directions. */
  isNeeded(draft: D): boolean;
  ask(draft: D, place: Place): Promise<Answer<D> | Pass>;
}

/** The steps of a wizard, and where it starts. */
export interface Wizard<D> {
  readonly title: string;
  readonly steps: readonly Step<D>[];
  readonly draft: D;
  /** The index of the first step to ask; going back reaches the earlier ones. */
  readonly startAt: number;
  /** Called after every answer. */
  readonly keep: (draft: D) => Promise<void>;
}

/** Walks a person through the steps; undefined if they cancel. */
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
  // The steps asked so far: going back also takes the step number back.
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
    // There is nothing before the first step.
    if (index + direction < 0) direction = 1;
    else index += direction;
  }
  return draft;
}
