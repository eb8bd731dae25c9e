import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  CommitBoxMachine,
  type BoxAction,
  type GitTexts,
  type TagDue,
} from '../../../../src/core/commitBox/commitBoxMachine';
import type { BoxChange } from '../../../../src/core/commitBox/ownTail';
import { BoxContent, type ContentChange } from './boxContent';

/** What goes from the window to the extension host, in order and late. */
type Message =
  | (ContentChange & { readonly kind: 'changed'; readonly text: string; readonly version: number })
  | { readonly kind: 'caret'; readonly offset: number }
  | { readonly kind: 'git'; readonly texts: GitTexts };

/** What the extension asked for, and the version of the text that it had seen then. */
interface Begun {
  readonly action: BoxAction;
  readonly turn: number;
  readonly version: number;
}

/**
 * A commit box in a window that tells the extension of changes later, and still later that an action was carried out;
 * edits that come too late are refused, while snippets go to wherever the caret is by then.
 */
export class BoxModel extends BoxContent {
  readonly machine = new CommitBoxMachine('');
  isFocused = true;
  gitTexts: GitTexts = { message: undefined, template: undefined };
  private version = 1;
  private seen = 1;
  private messages: Message[] = [];
  private actions: Begun[] = [];
  /** What was carried out, with the version of the text after it, while the extension does not know. */
  private ends: Begun[] = [];
  private isWaiting = false;

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
    if (this.isFocused) this.messages.push({ kind: 'caret', offset: this.caretOffset });
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
      const { text, change, isUndo, isOurs } = message;
      fc.pre(isOurs || isUndo || !this.isBeingWritten(change));
      this.seen = message.version;
      this.isWaiting = false;
      this.take(this.machine.changed(text, [change], isUndo));
    } else if (message.kind === 'caret') this.take(this.machine.caretAt(message.offset));
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
    const before = this.own;
    const isAllGits = this.chars.every(({ by }) => by !== 'person');
    if (action.kind === 'edit' && version === this.version) this.edit(action.change);
    if (action.kind === 'snippet' && this.isFocused) this.insert(action.tail);
    // The message of an aborted operation goes with what git wrote.
    const isGitsGone = this.own === '' && isAllGits;
    if (!isGitsGone) assert.equal(this.own, before, 'the text of the person stays to the byte');
    this.ends.push({ ...next, version: this.version });
    return true;
  }

  /** The extension host hears that an action was carried out. */
  settle(): boolean {
    const [end] = this.ends;
    if (!end || end.version > this.seen) return false;
    this.ends.shift();
    this.take(this.machine.settled(end.turn));
    return true;
  }

  /** Everybody rests: what is under way arrives, and the caret is known where the box has the focus. */
  rest(): void {
    for (let round = 0; round < 1000; round++) {
      if (this.deliver() || this.settle() || this.act()) continue;
      if (!this.isWaiting) return;
      this.probe();
      this.deliver();
      if (this.actions.length === 0) this.late();
    }
    assert.fail('the machine finds no rest');
  }

  protected override onChange(change: ContentChange): void {
    this.version += 1;
    this.messages.push({ kind: 'changed', text: this.text, version: this.version, ...change });
  }

  /**
   * Whether a person did the very thing, at the very place, that the extension had asked for and not heard of yet. The
   * two cannot be told apart.
   */
  private isBeingWritten(change: BoxChange): boolean {
    return [...this.actions, ...this.ends].some(
      ({ action }) =>
        (action.kind === 'edit' && isDeepStrictEqual(action.change, change)) ||
        (action.kind === 'snippet' && change.text.endsWith(action.tail)),
    );
  }

  private take(action: BoxAction | undefined): void {
    if (!action) return;
    this.isWaiting = action.kind === 'wait';
    if (action.kind === 'wait') return;
    this.actions.push({ action, turn: this.machine.turn, version: this.seen });
  }
}
