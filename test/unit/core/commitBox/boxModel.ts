import assert from 'node:assert/strict';
import {
  CommitBoxMachine,
  type BoxAction,
  type GitTexts,
  type TagDue,
} from '../../../../src/core/commitBox/commitBoxMachine';
import type { BoxChange } from '../../../../src/core/commitBox/ownTail';

/** One character of the box, and who wrote it. */
interface Char {
  readonly char: string;
  readonly by: 'person' | 'git' | 'us';
}

interface Snapshot {
  readonly chars: readonly Char[];
  readonly caret: number;
}

/** What goes from the window to the extension host, in order and late. */
type Message =
  | {
      readonly kind: 'changed';
      readonly text: string;
      readonly version: number;
      readonly change: BoxChange;
      readonly isUndo: boolean;
    }
  | { readonly kind: 'caret'; readonly offset: number }
  | { readonly kind: 'settled' }
  | { readonly kind: 'git'; readonly texts: GitTexts };

/**
 * A commit box as VS Code has it: a text with a caret, a selection and undo, in a window that tells the extension of
 * changes later, and in which edits that come too late are refused while snippets go to wherever the caret is by then.
 */
export class BoxModel {
  readonly machine = new CommitBoxMachine('');
  isFocused = true;
  gitTexts: GitTexts = { message: undefined, template: undefined };
  private chars: readonly Char[] = [];
  private anchor = 0;
  private caret = 0;
  private version = 1;
  private seen = 1;
  private undone: Snapshot[] = [];
  private done: Snapshot[] = [];
  private isTyping = false;
  private messages: Message[] = [];
  private actions: { readonly action: BoxAction; readonly version: number }[] = [];
  private isWaiting = false;

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

  get caretOffset(): number {
    return this.caret;
  }

  /** Writes over the selection; single characters in a row are undone together. */
  type(text: string): void {
    const [start, end] = [Math.min(this.anchor, this.caret), Math.max(this.anchor, this.caret)];
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

  setDue(due: TagDue): void {
    this.take(this.machine.setDue(due));
  }

  tagAnyway(): void {
    this.take(this.machine.tagAnyway());
  }

  /** Git's own texts are read again. */
  learn(texts: GitTexts): void {
    this.messages.push({ kind: 'git', texts });
  }

  /** VS Code asks for inline completions, which says where the caret is. */
  probe(): void {
    if (this.isFocused) this.messages.push({ kind: 'caret', offset: this.caret });
  }

  /** The patience of the extension is over. */
  late(): void {
    if (!this.isWaiting) return;
    this.isWaiting = false;
    this.take(this.machine.late());
  }

  /** The extension host gets one message. */
  deliver(): boolean {
    const message = this.messages.shift();
    if (message === undefined) return false;
    if (message.kind === 'changed') {
      this.seen = message.version;
      this.isWaiting = false;
      this.take(this.machine.changed(message.text, [message.change], message.isUndo));
    } else if (message.kind === 'caret') this.take(this.machine.caretAt(message.offset));
    else if (message.kind === 'settled') this.take(this.machine.settled());
    else this.take(this.machine.learned(message.texts));
    return true;
  }

  /** The window does one thing that the extension asked for. */
  act(): boolean {
    const next = this.actions.shift();
    if (!next) return false;
    const { action, version } = next;
    if (action.kind === 'ask') {
      this.messages.push({ kind: 'git', texts: this.gitTexts });
      return true;
    }
    const before = this.chars.filter(({ by }) => by !== 'us');
    if (action.kind === 'edit' && version === this.version) {
      const { start, end, text } = action.change;
      const { anchor, caret } = this;
      this.replace(start, end, charsOf(text, 'us'));
      this.anchor = moved(anchor, action.change);
      this.caret = moved(caret, action.change);
    }
    if (action.kind === 'snippet' && this.isFocused) {
      const [start, end] = [Math.min(this.anchor, this.caret), Math.max(this.anchor, this.caret)];
      this.replace(start, end, [...this.chars.slice(start, end), ...charsOf(action.tail, 'us')]);
      [this.anchor, this.caret] = [start, end];
    }
    const after = this.chars.filter(({ by }) => by !== 'us');
    const isGitsGone = after.length === 0 && before.every(({ by }) => by === 'git');
    if (!isGitsGone) assert.equal(textOf(after), textOf(before), 'the text of the person stays to the byte');
    this.messages.push({ kind: 'settled' });
    return true;
  }

  /** Everybody rests: what is under way arrives, and the caret is known where the box has the focus. */
  rest(): void {
    for (let round = 0; round < 100; round++) {
      if (this.deliver() || this.act()) continue;
      if (!this.isWaiting) return;
      this.probe();
      this.deliver();
      if (this.actions.length === 0) this.late();
    }
    assert.fail('the machine finds no rest');
  }

  private remove(): void {
    const [start, end] = [Math.min(this.anchor, this.caret), Math.max(this.anchor, this.caret)];
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
    this.send(change, true);
  }

  private replace(start: number, end: number, chars: readonly Char[], { joins = false } = {}): void {
    if (!joins) this.done.push({ chars: this.chars, caret: this.caret });
    this.undone = [];
    this.isTyping = false;
    this.chars = [...this.chars.slice(0, start), ...chars, ...this.chars.slice(end)];
    this.send({ start, end, text: textOf(chars) }, false);
  }

  private send(change: BoxChange, isUndo: boolean): void {
    this.version += 1;
    this.messages.push({ kind: 'changed', text: this.text, version: this.version, change, isUndo });
  }

  private take(action: BoxAction | undefined): void {
    if (!action) return;
    this.isWaiting = action.kind === 'wait';
    if (action.kind !== 'wait') this.actions.push({ action, version: this.seen });
  }
}

/** VS Code pushes a caret that stands where something is inserted. */
function moved(offset: number, { start, end, text }: BoxChange): number {
  if (offset < start) return offset;
  return offset >= end ? offset + text.length - (end - start) : start + text.length;
}

function charsOf(text: string, by: Char['by']): Char[] {
  return text.split('').map((char) => ({ char, by }));
}

function textOf(chars: readonly Char[]): string {
  return chars.map(({ char }) => char).join('');
}
