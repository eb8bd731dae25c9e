import type { GoalView } from './goalView';

/** Lower-cases letters and strips their diacritics, so that unaccented input finds them. */
function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Finds goals by words and keeps their given order. A goal's text is built on first use; a longer query searches only
 * the goals found before.
 */
export class GoalSearch {
  /** The number of goals examined so far. */
  steps = 0;
  private readonly texts = new Map<GoalView, string>();
  private last: { readonly query: string; readonly found: readonly GoalView[] };

  /** @param textOf the text that a goal is found by */
  constructor(
    private readonly goals: readonly GoalView[],
    private readonly textOf: (view: GoalView) => string,
  ) {
    this.last = { query: '', found: goals };
  }

  /** The goals whose text contains every word of the query. */
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
