import type { BoxChange } from '../../../../src/core/commitBox/ownTail';

/** One character of the box, and who wrote it. */
export interface Char {
  readonly char: string;
  readonly by: 'person' | 'git' | 'us';
}

interface Snapshot {
  readonly chars: readonly Char[];
  readonly caret: number;
}

/** What happened to the text. */
export interface ContentChange {
  readonly change: BoxChange;
  readonly isUndo: boolean;
  readonly isOurs: boolean;
}

/** The text of a commit box as VS Code keeps it, with a caret, a selection and undo. */
export abstract class BoxContent {
  protected chars: readonly Char[] = [];
  private anchor = 0;
  private caret = 0;
  private undone: Snapshot[] = [];
  private done: Snapshot[] = [];
  private isTyping = false;

  get caretOffset(): number {
    return this.caret;
  }

  get text(): string {
    return textOf(this.chars);
  }

  /** What is not ours. */
  get own(): string {
    return textOf(this.chars.filter(({ by }) => by !== 'us'));
  }

  get ours(): string {
    return textOf(this.chars.filter(({ by }) => by === 'us'));
  }

  /** Writes over the selection; single characters in a row are undone together. */
  type(text: string): void {
    const [start, end] = this.selection;
    const isOne = text.length === 1 && start === end;
    this.replace(start, end, charsOf(text, 'person'), { joins: isOne && this.isTyping });
    this.anchor = this.caret = start + text.length;
    this.isTyping = isOne;
  }

  backspace(): void {
    if (this.anchor === this.caret) this.anchor = Math.max(0, this.caret - 1);
    this.remove();
  }

  delete(): void {
    if (this.anchor === this.caret) this.anchor = Math.min(this.chars.length, this.caret + 1);
    this.remove();
  }

  select(anchor: number, caret: number): void {
    const { length } = this.chars;
    this.anchor = Math.min(anchor, length);
    this.caret = Math.min(caret, length);
    this.isTyping = false;
  }

  /** The extension host sets the whole text, as git's extension does. */
  set(text: string): void {
    if (text === this.text) return;
    this.replace(0, this.chars.length, charsOf(text, 'git'));
    this.anchor = this.caret = text.length;
  }

  undo(): void {
    this.step(this.done, this.undone);
  }

  redo(): void {
    this.step(this.undone, this.done);
  }

  /** Carries out an edit of ours. */
  protected edit(change: BoxChange): void {
    const { anchor, caret } = this;
    this.replace(change.start, change.end, charsOf(change.text, 'us'), { isOurs: true });
    this.anchor = moved(anchor, change);
    this.caret = moved(caret, change);
  }

  /** Carries out a snippet of ours, which writes the selection again before the tail, still selected. */
  protected insert(tail: string): void {
    const [start, end] = this.selection;
    this.replace(start, end, [...this.chars.slice(start, end), ...charsOf(tail, 'us')], { isOurs: true });
    [this.anchor, this.caret] = [start, end];
  }

  /** The text has changed. */
  protected abstract onChange(change: ContentChange): void;

  private get selection(): readonly [number, number] {
    return [Math.min(this.anchor, this.caret), Math.max(this.anchor, this.caret)];
  }

  private remove(): void {
    const [start, end] = this.selection;
    if (start === end) return;
    this.replace(start, end, []);
    this.anchor = this.caret = start;
  }

  private step(from: Snapshot[], to: Snapshot[]): void {
    const snapshot = from.pop();
    if (!snapshot) return;
    to.push({ chars: this.chars, caret: this.caret });
    const change = { start: 0, end: this.chars.length, text: textOf(snapshot.chars) };
    this.chars = snapshot.chars;
    this.anchor = this.caret = snapshot.caret;
    this.isTyping = false;
    this.onChange({ change, isUndo: true, isOurs: false });
  }

  private replace(
    start: number,
    end: number,
    chars: readonly Char[],
    { joins = false, isOurs = false } = {},
  ): void {
    if (!joins) this.done.push({ chars: this.chars, caret: this.caret });
    this.undone = [];
    this.isTyping = false;
    this.chars = [...this.chars.slice(0, start), ...chars, ...this.chars.slice(end)];
    this.onChange({ change: { start, end, text: textOf(chars) }, isUndo: false, isOurs });
  }
}

function textOf(chars: readonly Char[]): string {
  return chars.map(({ char }) => char).join('');
}

/** VS Code pushes a caret that stands where something is inserted. */
function moved(offset: number, { start, end, text }: BoxChange): number {
  if (offset < start) return offset;
  return offset >= end ? offset + text.length - (end - start) : start + text.length;
}

function charsOf(text: string, by: Char['by']): Char[] {
  return text.split('').map((char) => ({ char, by }));
}
