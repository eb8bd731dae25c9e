import { BoxMemory } from './boxMemory';
import { followTail, withoutTail, type BoxChange, type OwnTail } from './ownTail';

/** More of a key, or another one: what is typed behind our trailer to change it. */
const extendsValue = /^[\d,;.:_/#&+~ -][^\r\n]*$/;

/** The text of a commit box: which part of it is ours, and how far the person has got with theirs. */
export class BoxText {
  private readonly memory = new BoxMemory();
  private ownTail: OwnTail | undefined;
  /** The person deleted our trailer or made it their own: it is left alone until the box is empty. */
  private hasTakenOver = false;
  /** The tail was written where the caret may stand behind it: the next text behind it belongs before it. */
  private isArmed = false;
  /** Single characters typed at the end, one after the other. The first one may begin a composition. */
  private typed = 0;
  /** Where a single change left the caret. */
  private caret: number | undefined;

  /** @param lastTail what we wrote last, before a reload of the window that brings the text back */
  constructor(
    private current: string,
    private lastTail: string | undefined,
  ) {
    this.adopt();
  }

  get text(): string {
    return this.current;
  }

  /** The person's part. */
  get own(): string {
    return withoutTail(this.current, this.ownTail);
  }

  get tail(): OwnTail | undefined {
    return this.ownTail;
  }

  get isTheirs(): boolean {
    return this.hasTakenOver;
  }

  /** The person types at the end, where the caret is therefore. */
  get isTypedAtEnd(): boolean {
    return this.typed > 1;
  }

  /** As far as it is known from a change. */
  get isCaretAtEnd(): boolean {
    return this.caret === this.current.length;
  }

  /** What the person did to our trailer no longer counts. */
  giveBack(): void {
    this.hasTakenOver = false;
  }

  /** Nothing is known of the caret any more. */
  forgetTyping(): void {
    this.typed = 0;
  }

  /** We changed the text; `isArmed` says that the caret may stand behind the tail. */
  written(text: string, change: BoxChange, tail: OwnTail | undefined, isArmed: boolean): void {
    this.current = text;
    this.isArmed = isArmed || (this.isArmed && tail !== undefined);
    this.ownTail = tail;
    this.moveCaret(change);
    this.keep();
  }

  /** The tail was written at the caret, which stands before it now. */
  inserted(text: string, tail: OwnTail): void {
    this.current = text;
    this.ownTail = tail;
    this.isArmed = false;
    this.caret = tail.start;
    this.keep();
  }

  /** The person or git changed the text; says whether a whole message came at once. */
  changed(text: string, changes: readonly BoxChange[]): boolean {
    const before = this.current;
    this.current = text;
    const [change] = changes;
    const isSingle = change !== undefined && changes.length === 1;
    const isWhole = isSingle && change.start === 0 && change.end === before.length;
    const isFilled = isWhole && change.text.length > 1;
    if (isFilled) this.fill();
    else this.follow(before, changes);
    if (isWhole && !isFilled) this.hasTakenOver = false;
    if (text === '') this.startOver();
    this.keep();
    return isFilled;
  }

  /** An undo or a redo brought back a text that was there before. */
  broughtBack(text: string): void {
    this.current = text;
    this.restore();
    if (text === '') this.startOver();
    this.keep();
  }

  private follow(before: string, changes: readonly BoxChange[]): void {
    const [change] = changes;
    const isSingle = change !== undefined && changes.length === 1;
    const isCharacter = isSingle && /^[^\r\n]$/.test(change.text);
    this.typed = isCharacter && !this.ownTail && change.start === before.length ? this.typed + 1 : 0;
    let { length } = before;
    for (const each of changes) {
      this.followOne(each, length, isSingle);
      length += each.text.length - (each.end - each.start);
    }
    this.caret = isSingle ? change.start + change.text.length : undefined;
  }

  private followOne(change: BoxChange, length: number, isSingle: boolean): void {
    const tail = this.ownTail;
    if (!tail) return;
    const end = tail.start + tail.text.length;
    if (change.start === end && isSingle && !this.isArmed && extendsValue.test(change.text)) {
      this.ownTail = undefined;
      this.hasTakenOver = true;
      return;
    }
    if (change.start < end) this.isArmed = false;
    const after = followTail(tail, change, length);
    this.ownTail = typeof after === 'string' ? undefined : after;
    if (after === 'theirs') this.hasTakenOver = true;
  }

  /** A whole message came at once: from git, the history, the clipboard, or after a reload. */
  private fill(): void {
    this.startOver();
    const tail = this.memory.of(this.current)?.tail;
    if (tail && withoutTail(this.current, tail).trim() !== '') this.restore();
    this.adopt();
  }

  private restore(): void {
    const mark = this.memory.of(this.current);
    this.startOver();
    this.ownTail = mark?.tail;
    this.hasTakenOver = mark?.isTheirs ?? false;
    this.isArmed = this.ownTail !== undefined;
  }

  /** Takes what we wrote before a reload for ours, the first time that there is a text. */
  private adopt(): void {
    const { lastTail, current } = this;
    if (current === '') return;
    this.lastTail = undefined;
    if (this.ownTail || lastTail === undefined || !current.endsWith(lastTail)) return;
    this.ownTail = { start: current.length - lastTail.length, text: lastTail };
    this.isArmed = true;
  }

  private startOver(): void {
    this.ownTail = undefined;
    this.hasTakenOver = false;
    this.isArmed = false;
    this.typed = 0;
    this.caret = undefined;
  }

  private moveCaret({ start, end, text }: BoxChange): void {
    if (this.caret === undefined || this.caret < start) return;
    this.caret = this.caret >= end ? this.caret + text.length - (end - start) : start;
  }

  private keep(): void {
    this.memory.keep(this.current, { tail: this.ownTail, isTheirs: this.hasTakenOver });
  }
}
