import { changeBetween } from '../commitMessage';
import { readTag, removeTag } from '../commitTag';
import { BoxMemory, type BoxMark } from './boxMemory';
import { followTail, swapOf, tailFor, withoutTail, type BoxChange, type OwnTail } from './ownTail';

/** What is to be done to the box next. */
export type BoxAction =
  /** Write the tail at the caret and leave the caret before it; only where the box has the focus. */
  | { readonly kind: 'snippet'; readonly tail: string }
  /** Make one replacement in the text as it is now; nothing where that has moved on. */
  | { readonly kind: 'edit'; readonly change: BoxChange }
  /** Say where the caret is, or after a while that nobody knows. */
  | { readonly kind: 'wait' }
  /** Say what git itself puts into the box. */
  | { readonly kind: 'ask' };

/** What the trailer of this message should be; no keys where there is nothing to tag. */
export interface TagDue {
  readonly token: string;
  readonly keys: readonly string[];
  readonly eol: string;
}

/** What git itself puts into an empty box. */
export interface GitTexts {
  /** Of a merge, squash, revert or cherry-pick that is not over. */
  readonly message: string | undefined;
  /** The one of `commit.template`; it counts as an empty box. */
  readonly template: string | undefined;
}

/** An action under way: what the text and the tail will be once it is done. */
type Pending =
  | { readonly kind: 'snippet'; readonly tail: string }
  | { readonly kind: 'edit'; readonly change: BoxChange; readonly text: string; readonly tail: OwnTail | undefined };

const maxFailures = 3;
/** More of a key, or another one: what is typed behind our trailer to change it. */
const extendsValue = /^[\d,;.:_/#&+~ -][^\r\n]*$/;

/**
 * Decides what happens to our trailer in one commit box. It never changes a character of the person's, and follows
 * theirs through every change, so that it knows its own.
 */
export class CommitBoxMachine {
  private readonly memory = new BoxMemory();
  private due: TagDue = { token: 'Initiative', keys: [], eol: '\n' };
  private tail: OwnTail | undefined;
  private pending: Pending | undefined;
  /** The person deleted our trailer or made it their own: it is left alone until the box is empty. */
  private isTheirs = false;
  /** After an undo nothing is written until the person goes on, as a redo would be lost. */
  private isQuiet = false;
  private isAsking = false;
  /** The tail was written where the caret may stand behind it: the next text behind it belongs before it. */
  private isArmed = false;
  private isRelaying = false;
  private hasChanged = false;
  private failures = 0;
  /** Single characters typed at the end, one after the other. The first one may begin a composition. */
  private typed = 0;
  /** Where a single change left the caret. */
  private caret: number | undefined;
  private git: GitTexts = { message: undefined, template: undefined };
  /** The person's text while it is what git put there. */
  private gitMessage: string | undefined;

  /** @param text what the box holds already; `lastTail` is what we wrote there last, before a reload of the window */
  constructor(
    private text: string,
    private lastTail?: string,
  ) {
    this.adopt();
  }

  /** The person's text is a message, not blank and not the template. */
  get hasSubject(): boolean {
    const own = this.own.trim();
    return own !== '' && own !== this.git.template?.trim();
  }

  /** The person took our trailer out of this message. */
  get isLeftOut(): boolean {
    return this.isTheirs && this.keysWritten.length === 0;
  }

  /** The keys that the person tagged the message with. */
  get keysWritten(): readonly string[] {
    const { token } = this.due;
    return this.own.toLowerCase().includes(token.toLowerCase()) ? readTag(this.own, token) : [];
  }

  /** Our trailer as it is in the box. */
  get tailText(): string | undefined {
    return this.tail?.text;
  }

  /** Git wrote a message into the box, which is to go when its operation is called off. */
  get holdsGitMessage(): boolean {
    return this.gitMessage !== undefined;
  }

  /** The text changed, by `changes` in the order in which they are made. */
  changed(text: string, changes: readonly BoxChange[], isUndo = false): BoxAction | undefined {
    const before = this.text;
    this.text = text;
    this.failures = 0;
    if (this.isOwnChange(before, changes)) {
      this.memory.keep(text, this.mark);
      return undefined;
    }
    this.hasChanged = true;
    if (isUndo) this.restore(this.memory.of(text), true);
    else this.follow(before, changes);
    this.memory.keep(text, this.mark);
    if (text === '') this.startOver();
    return this.isAsking && !isUndo ? { kind: 'ask' } : this.next();
  }

  /** The box has the focus, and this is where the caret is. */
  caretAt(offset: number): BoxAction | undefined {
    return this.next(offset);
  }

  /** Nobody said where the caret is: the box has not the focus. */
  late(): BoxAction | undefined {
    return this.next('unknown');
  }

  /** The action is over, done or not. */
  settled(): BoxAction | undefined {
    const isFailed = this.pending !== undefined && !this.hasChanged;
    this.pending = undefined;
    if (!isFailed) return this.next();
    this.failures += 1;
    return this.failures < maxFailures ? { kind: 'wait' } : undefined;
  }

  /** The trailer should be another one from now on. */
  setDue(due: TagDue): BoxAction | undefined {
    if (isSameDue(due, this.due)) return undefined;
    this.due = due;
    this.typed = 0;
    this.isQuiet = false;
    this.failures = 0;
    return this.next();
  }

  /** What git puts into the box, as of now. */
  learned(git: GitTexts): BoxAction | undefined {
    this.git = git;
    const { own } = this;
    if (this.isAsking) {
      this.isAsking = false;
      this.gitMessage = isSameText(own, git.message) ? own : undefined;
    } else if (this.gitMessage !== undefined && !isSameText(this.gitMessage, git.message)) {
      const isGits = own === this.gitMessage && this.tail !== undefined;
      this.gitMessage = undefined;
      // VS Code itself takes the message of an operation that was called off out of the box, but not below our trailer.
      if (isGits) {
        return this.edit({ start: 0, end: this.text.length, text: git.message ?? git.template ?? '' }, undefined);
      }
    }
    return this.next();
  }

  /** The person asks for the tag: what they did to the trailer before no longer counts. */
  tagAnyway(): BoxAction | undefined {
    this.isTheirs = false;
    this.isQuiet = false;
    this.failures = 0;
    const { own } = this;
    if (this.pending || this.due.keys.length === 0 || this.keysWritten.length === 0) return this.next('unknown');
    const { start, end, text } = changeBetween(this.text, removeTag(own, this.due.token));
    return this.edit({ start, end, text }, undefined);
  }

  private get own(): string {
    return withoutTail(this.text, this.tail);
  }

  private get mark(): BoxMark {
    return { tail: this.tail, isTheirs: this.isTheirs };
  }

  private next(caret?: number | 'unknown'): BoxAction | undefined {
    if (this.pending || this.isQuiet || this.isAsking) return undefined;
    const wanted = this.wanted();
    const { tail } = this;
    if (!tail) return wanted === undefined ? undefined : this.lay(wanted, caret);
    const isAtEnd = tail.start + tail.text.length === this.text.length;
    if (isAtEnd && tail.text === wanted) return undefined;
    const swap = isAtEnd && wanted !== undefined ? swapOf(tail, wanted) : undefined;
    if (swap && wanted !== undefined) return this.edit(swap, { start: tail.start, text: wanted });
    this.isRelaying = wanted !== undefined;
    const end = tail.start + tail.text.length;
    return this.edit({ start: tail.start, end, text: '' }, undefined);
  }

  private wanted(): string | undefined {
    const { token, keys, eol } = this.due;
    if (keys.length === 0 || this.isTheirs || !this.hasSubject || this.keysWritten.length > 0) return undefined;
    return tailFor(this.own, token, keys, eol);
  }

  private lay(tail: string, caret: number | 'unknown' | undefined): BoxAction {
    const end = this.text.length;
    const isTyping = this.typed > 1 || (this.isRelaying && this.caret === end);
    if (caret === end || (caret === undefined && isTyping)) {
      this.typed = 0;
      this.isRelaying = false;
      this.isArmed = false;
      this.begin({ kind: 'snippet', tail });
      return { kind: 'snippet', tail };
    }
    if (caret === undefined) return { kind: 'wait' };
    this.isRelaying = false;
    this.isArmed = caret === 'unknown';
    return this.edit({ start: end, end, text: tail }, { start: end, text: tail });
  }

  private edit(change: BoxChange, tail: OwnTail | undefined): BoxAction {
    const text = this.text.slice(0, change.start) + change.text + this.text.slice(change.end);
    this.begin({ kind: 'edit', change, text, tail });
    return { kind: 'edit', change };
  }

  private begin(pending: Pending): void {
    this.pending = pending;
    this.hasChanged = false;
  }

  private isOwnChange(before: string, changes: readonly BoxChange[]): boolean {
    const { pending } = this;
    const [change, ...others] = changes;
    if (!pending || !change || others.length > 0) return false;
    if (pending.kind === 'edit') {
      if (this.text !== pending.text || !isSameChange(change, pending.change)) return false;
      this.moveCaret(change);
      this.tail = pending.tail;
    } else {
      // A selection that was there is written again before the tail.
      const selected = before.slice(change.start, change.end);
      if (change.text !== selected + pending.tail) return false;
      this.tail = { start: change.start + selected.length, text: pending.tail };
      this.caret = this.tail.start;
    }
    this.pending = undefined;
    return true;
  }

  private follow(before: string, changes: readonly BoxChange[]): void {
    this.isQuiet = false;
    const [change] = changes;
    const isSingle = change !== undefined && changes.length === 1;
    const isWhole = isSingle && change.start === 0 && change.end === before.length;
    if (isWhole && change.text.length > 1) return this.fill();
    const isTypedAtEnd =
      isSingle && change.start === before.length && change.text.length === 1 && /[^\r\n]/.test(change.text);
    this.typed = isTypedAtEnd && !this.tail ? this.typed + 1 : 0;
    let { length } = before;
    for (const each of changes) {
      this.followOne(each, length, isSingle);
      length += each.text.length - (each.end - each.start);
    }
    this.caret = isSingle ? change.start + change.text.length : undefined;
    if (isWhole) this.isTheirs = false;
  }

  private followOne(change: BoxChange, length: number, isSingle: boolean): void {
    const { tail } = this;
    if (!tail) return;
    const end = tail.start + tail.text.length;
    const isBehind = change.start >= end;
    if (isBehind && change.start === end && isSingle && !this.isArmed && extendsValue.test(change.text)) {
      this.tail = undefined;
      this.isTheirs = true;
      return;
    }
    if (!isBehind) this.isArmed = false;
    const after = followTail(tail, change, length);
    this.tail = typeof after === 'string' ? undefined : after;
    if (after === 'theirs') this.isTheirs = true;
  }

  /** A whole message came at once: from git, the history, the clipboard, or after a reload. */
  private fill(): void {
    this.startOver();
    const known = this.memory.of(this.text);
    if (known?.tail && withoutTail(this.text, known.tail).trim() !== '') this.restore(known, false);
    this.adopt();
    this.isAsking = true;
  }

  private restore(mark: BoxMark | undefined, isQuiet: boolean): void {
    this.tail = mark?.tail;
    this.isTheirs = mark?.isTheirs ?? false;
    this.isArmed = this.tail !== undefined;
    this.isQuiet = isQuiet;
    this.isRelaying = false;
    this.typed = 0;
    this.caret = undefined;
  }

  /** Takes what we wrote before a reload for ours, the first time that there is a text. */
  private adopt(): void {
    const { lastTail } = this;
    if (this.text === '') return;
    this.lastTail = undefined;
    if (this.tail || lastTail === undefined || !this.text.endsWith(lastTail)) return;
    this.tail = { start: this.text.length - lastTail.length, text: lastTail };
    this.isArmed = true;
  }

  private startOver(): void {
    this.tail = undefined;
    this.isTheirs = false;
    this.isArmed = false;
    this.isRelaying = false;
    this.isAsking = false;
    this.typed = 0;
    this.caret = undefined;
    this.gitMessage = undefined;
  }

  private moveCaret({ start, end, text }: BoxChange): void {
    if (this.caret === undefined || this.caret < start) return;
    this.caret = this.caret >= end ? this.caret + text.length - (end - start) : start;
  }
}

function isSameChange(one: BoxChange, other: BoxChange): boolean {
  return one.start === other.start && one.end === other.end && one.text === other.text;
}

function isSameDue(one: TagDue, other: TagDue): boolean {
  return (
    one.token === other.token && one.eol === other.eol && one.keys.join('\n') === other.keys.join('\n')
  );
}

function isSameText(one: string, other: string | undefined): boolean {
  return other !== undefined && one.trim() === other.trim();
}
