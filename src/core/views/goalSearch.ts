import type { GoalView } from './goalView';

/** Letters without their marks, in lower case: what is typed without them finds them. */
function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Finds goals by words, in the order in which they were given. A goal's text is made when it is first looked
 * at; what is typed further is looked for only among what was found.
 */
export class GoalSearch {
  /** Goals looked at so far. */
  steps = 0;
  private readonly texts = new Map<GoalView, string>();
  private last: { readonly query: string; readonly found: readonly GoalView[] };

  /** @param textOf what a goal is found by */
  constructor(
    private readonly goals: readonly GoalView[],
    private readonly textOf: (view: GoalView) => string,
  ) {
    this.last = { query: '', found: goals };
  }

  /** The goals in whose text every word of the query stands. */
  find(typed: string): readonly GoalView[] {
    const query = foldText(typed).trim();
    if (query === this.last.query) return this.last.found;
    const words = query.split(/\s+/).filter(Boolean);
    const among = query.startsWith(this.last.query) ? this.last.found : this.goals;
    const found =
      words.length === 0
        ? this.goals
        : among.filter((view) => {
            this.steps += 1;
            const text = this.text(view);
            return words.every((word) => text.includes(word));
          });
    this.last = { query, found };
    return found;
  }

  private text(view: GoalView): string {
    let text = this.texts.get(view);
    if (text === undefined) this.texts.set(view, (text = foldText(this.textOf(view))));
    return text;
  }
}
