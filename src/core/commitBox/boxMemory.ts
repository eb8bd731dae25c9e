import type { OwnTail } from './ownTail';

/** Which part of a text is ours, and whether the person took over the trailer. */
export interface BoxMark {
  readonly tail: OwnTail | undefined;
  readonly isTheirs: boolean;
}

const maxTexts = 200;
const theirs: BoxMark = { tail: undefined, isTheirs: true };

/**
 * Remembers which part of each text in the box was ours: undo, redo, a message from the history and an undone commit
 * can all restore such a text, and nothing else tells our trailer from one that a person wrote.
 */
export class BoxMemory {
  private readonly marks = new Map<string, BoxMark>();

  /** A text whose trailer was once ours and once the person's stays the person's. */
  keep(text: string, mark: BoxMark): void {
    const last = this.marks.get(text);
    this.marks.delete(text);
    this.marks.set(text, !last || last.tail?.start === mark.tail?.start ? mark : theirs);
    for (const [oldest] of this.marks) {
      if (this.marks.size <= maxTexts) break;
      this.marks.delete(oldest);
    }
  }

  of(text: string): BoxMark | undefined {
    return this.marks.get(text);
  }
}
