import { isDeepStrictEqual } from 'node:util';
import { changeBetween, tagsInMessage } from '../editing/commitMessage';
import { removeTag } from '../message/commitTag';
import { BoxText } from './boxText';
import { swapOf, tailFor, type BoxChange, type OwnTail } from './ownTail';

/** The next thing to do to the box. */
export type BoxAction =
  /** Write the tail at the caret and leave the caret before it; only if the box has the focus. */
  | { readonly kind: 'snippet'; readonly tail: string }
  /** Make one replacement in the current text; do nothing if the text has moved on. */
  | { readonly kind: 'edit'; readonly change: BoxChange }
  /** Report where the caret is, or after a while that nobody knows. */
  | { readonly kind: 'wait' }
  /** Report what git itself puts into the box. */
  | { readonly kind: 'ask' };

/** What the trailer of this message should be; no keys if there is nothing to tag. */
export interface TagDue {
  readonly token: string;
  readonly keys: readonly string[];
  readonly eol: string;
}

/** What git itself puts into an empty box. */
export interface GitTexts {
  /** The message of an unfinished merge, squash, revert or cherry-pick. */
  readonly message: string | undefined;
  /** The text of `commit.template`; a box that holds only this counts as empty. */
  readonly template: string | undefined;
}

/** An action in progress, and what it makes of the box. */
type Pending =
  | { readonly kind: 'snippet'; readonly tail: string }
  | {
      readonly kind: 'edit';
      readonly change: BoxChange;
      readonly text: string;
      readonly tail: OwnTail | undefined;
      readonly isArmed: boolean;
    };

/** Where the caret is: an offset, `'unknown'` if it cannot be found out, or not known yet. */
type Caret = number | 'unknown' | undefined;

const maxFailures = 3;

/**
 * Decides what happens to our trailer in one commit box. It writes below the person's text and removes only what it
 * wrote; it never changes a character of theirs.
 */
export class CommitBoxMachine {
  private readonly box: BoxText;
  private due: TagDue = { token: 'Initiative', keys: [], eol: '\n' };
  private pending: Pending | undefined;
  private begun = 0;
  /** After an undo, nothing is written until the person goes on, as that would discard the redo. */
  private isQuiet = false;
  private isAsking = false;
  /** The tail was removed only to be written again in its proper place. */
  private isRelaying = false;
  private hasChanged = false;
  private failures = 0;
  private git: GitTexts = { message: undefined, template: undefined };
  /** The person's text, while it is what git put there. */
  private gitMessage: string | undefined;

  /** @param text what the box already holds; `lastTail` is what we wrote there last, before a window reload */
  constructor(text: string, lastTail?: string) {
    this.box = new BoxText(text, lastTail);
  }

  /** Whether the person's text is a message, neither blank nor the template. */
  get hasSubject(): boolean {
    const own = this.box.own.trim();
    return own !== '' && own !== this.git.template?.trim();
  }

  /** Whether the person removed our trailer from this message. */
  get isLeftOut(): boolean {
    return this.box.isTheirs && this.keysWritten.length === 0;
  }

  /** The keys that the person tagged the message with. */
  get keysWritten(): readonly string[] {
    const { token } = this.due;
    const { own } = this.box;
    if (!own.toLowerCase().includes(token.toLowerCase())) return [];
    return tagsInMessage(own, token, '').map(({ text }) => text);
  }

  /** Our trailer as it stands in the box. */
  get tailText(): string | undefined {
    return this.box.tail?.text;
  }

  /** The number of the action that was begun last, by which its end is told from that of an earlier one. */
  get turn(): number {
    return this.begun;
  }

  /** Whether git wrote a message into the box, which must go if its operation is aborted. */
  get holdsGitMessage(): boolean {
    return this.gitMessage !== undefined;
  }

  /** The text changed, by `changes` in the order in which they were made. */
  changed(text: string, changes: readonly BoxChange[], isUndo = false): BoxAction | undefined {
    this.failures = 0;
    if (!isUndo && this.isOwnChange(text, changes)) return undefined;
    this.hasChanged = true;
    this.isQuiet = isUndo;
    if (isUndo) {
      this.box.broughtBack(text);
      this.isRelaying = false;
      return undefined;
    }
    const isFilled = this.box.changed(text, changes);
    if (isFilled || text === '') {
      this.isRelaying = false;
      this.gitMessage = undefined;
      this.isAsking = isFilled;
    }
    return isFilled ? { kind: 'ask' } : this.next();
  }

  /** The box has the focus, and the caret is at `offset`. */
  caretAt(offset: number): BoxAction | undefined {
    return this.next(offset);
  }

  /** Nobody reported the caret: the box does not have the focus. */
  late(): BoxAction | undefined {
    return this.next('unknown');
  }

  /** The action of a turn has finished, successfully or not; the person may have typed on before that was known. */
  settled(turn = this.turn): BoxAction | undefined {
    if (turn !== this.turn) return this.next();
    const isFailed = this.pending !== undefined && !this.hasChanged;
    this.pending = undefined;
    if (!isFailed) return this.next();
    this.failures += 1;
    return this.failures < maxFailures ? { kind: 'wait' } : undefined;
  }

  /** The trailer should be a different one from now on. */
  setDue(due: TagDue): BoxAction | undefined {
    if (isDeepStrictEqual(due, this.due)) return undefined;
    this.due = due;
    this.wakeUp();
    return this.next();
  }

  /** Updates what git puts into the box. */
  learned(git: GitTexts): BoxAction | undefined {
    this.git = git;
    const { own, tail, text } = this.box;
    if (this.isAsking) {
      this.isAsking = false;
      this.gitMessage = isSameText(own, git.message) ? own : undefined;
    } else if (this.gitMessage !== undefined && !isSameText(this.gitMessage, git.message)) {
      const isGits = own === this.gitMessage && tail !== undefined && !this.pending;
      this.gitMessage = undefined;
      // VS Code removes the message of an aborted operation from the box itself, but not above our trailer.
      const rest = git.message ?? git.template ?? '';
      if (isGits) return this.edit({ start: 0, end: text.length, text: rest }, undefined);
    }
    return this.next();
  }

  /** The person asks for the tag: what they did to the trailer before no longer counts. */
  tagAnyway(): BoxAction | undefined {
    this.box.giveBack();
    this.wakeUp();
    const { text } = this.box;
    if (this.pending || this.due.keys.length === 0 || this.keysWritten.length === 0)
      return this.next('unknown');
    return this.edit(changeBetween(text, removeTag(text, this.due.token, { comment: '' })), undefined);
  }

  private next(caret?: Caret): BoxAction | undefined {
    if (this.pending || this.isQuiet || this.isAsking) return undefined;
    const wanted = this.wanted();
    const { tail, text } = this.box;
    if (!tail) return wanted === undefined ? undefined : this.lay(wanted, caret);
    const end = tail.start + tail.text.length;
    if (end === text.length && wanted !== undefined) {
      if (tail.text === wanted) return undefined;
      const swap = swapOf(tail, wanted);
      if (swap) return this.edit(swap, { start: tail.start, text: wanted });
    }
    this.isRelaying = wanted !== undefined;
    return this.edit({ start: tail.start, end, text: '' }, undefined);
  }

  private wanted(): string | undefined {
    const { token, keys, eol } = this.due;
    if (keys.length === 0 || this.box.isTheirs || !this.hasSubject) return undefined;
    return this.keysWritten.length > 0 ? undefined : tailFor(this.box.own, token, keys, eol);
  }

  private lay(tail: string, caret: Caret): BoxAction {
    const start = this.box.text.length;
    const isTyping = this.box.isTypedAtEnd || (this.isRelaying && this.box.isCaretAtEnd);
    if (caret === start || (caret === undefined && isTyping)) {
      this.isRelaying = false;
      this.box.forgetTyping();
      this.begin({ kind: 'snippet', tail });
      return { kind: 'snippet', tail };
    }
    if (caret === undefined) return { kind: 'wait' };
    this.isRelaying = false;
    return this.edit({ start, end: start, text: tail }, { start, text: tail }, caret === 'unknown');
  }

  private edit(change: BoxChange, tail: OwnTail | undefined, isArmed = false): BoxAction {
    const text = this.box.text.slice(0, change.start) + change.text + this.box.text.slice(change.end);
    this.begin({ kind: 'edit', change, text, tail, isArmed });
    return { kind: 'edit', change };
  }

  private begin(pending: Pending): void {
    this.begun += 1;
    this.pending = pending;
    this.hasChanged = false;
  }

  private isOwnChange(text: string, changes: readonly BoxChange[]): boolean {
    const { pending } = this;
    const [change] = changes;
    if (!pending || !change || changes.length > 1) return false;
    if (pending.kind === 'edit') {
      const { start, end } = pending.change;
      if (text !== pending.text || change.start !== start || change.end !== end) return false;
      this.box.written(text, change, pending.tail, pending.isArmed);
    } else {
      // A selection is written again before the tail.
      const selected = this.box.text.slice(change.start, change.end);
      if (change.text !== selected + pending.tail) return false;
      this.box.inserted(text, { start: change.start + selected.length, text: pending.tail });
      // There is nothing left to redo, and an undo may have brought back another tail meanwhile.
      this.isQuiet = false;
    }
    this.pending = undefined;
    return true;
  }

  /** Something other than the person's typing triggers the next step. */
  private wakeUp(): void {
    this.isQuiet = false;
    this.failures = 0;
    this.box.forgetTyping();
  }
}

function isSameText(one: string, other: string | undefined): boolean {
  return one.trim() === other?.trim();
}
