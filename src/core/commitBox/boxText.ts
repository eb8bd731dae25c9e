import { BoxMemory } from './boxMemory';
import { followTail, withoutTail, type BoxChange, type OwnTail } from './ownTail';

/** Text typed after our trailer to change it: more of a key, or another key. */
const extendsValue = /^[\d,;.:_/#&+~ -][^\r\n]*$/;

/** The text of a commit box: which part of it is ours, and how far the person has got with theirs. */
export class BoxText {
  private readonly memory = new BoxMemory();
  private ownTail: OwnTail | undefined;
  /** The person deleted our trailer or made it their own: it is left alone until the box is empty. */
  private hasTakenOver = false;
  /** The tail was written with the caret possibly after it: the next text typed there belongs before it. */
  private isArmed = false;
  /** Single characters typed at the end in a row. The first may begin a composition. */
  private typed = 0;
  /** Where a single change left the caret. */
  private caret: number | undefined;

  /** @param lastTail what we wrote last, before a window reload that restores the text */
  constructor(
    private current: string,
    private lastTail: string | undefined,
  ) {
    this.adopt();
  }

  get text(): string {
    return this.current;
  }

  /** The person's part of the text. */
  get own(): string {
    return withoutTail(this.current, this.ownTail);
  }

  get tail(): OwnTail | undefined {
    return this.ownTail;
  }

  get isTheirs(): boolean {
    return this.hasTakenOver;
  }

  /** Whether the person is typing at the end, so that the caret must be there. */
  get isTypedAtEnd(): boolean {
    return this.typed > 1;
  }

  /** Whether the last change left the caret at the end; false if the caret is unknown. */
  get isCaretAtEnd(): boolean {
    return this.caret === this.current.length;
  }

  /** Forgets that the person took over our trailer. */
  giveBack(): void {
    this.hasTakenOver = false;
  }

  /** Forgets where the caret is. */
  forgetTyping(): void {
    this.typed = 0;
  }

  /** We changed the text; `isArmed` says that the caret may be after the tail. */
  written(text: string, change: BoxChange, tail: OwnTail | undefined, isArmed: boolean): void {
    this.current = text;
    this.isArmed = isArmed || (this.isArmed && tail !== undefined);
    this.ownTail = tail;
    this.moveCaret(change);
    this.keep();
  }

  /** The tail was written at the caret, which is now before it. */
  inserted(text: string, tail: OwnTail): void {
    this.current = text;
    this.ownTail = tail;
    this.isArmed = false;
    this.caret = tail.start;
    this.keep();
  }

  /** The person or git changed the text; returns whether a whole message came at once. */
  changed(text: string, changes: readonly BoxChange[]): boolean {
    const before = this.current;
    this.current = text;
    const change = onlyOne(changes);
    const isWhole = change?.start === 0 && change.end === before.length;
    const isFilled = isWhole && change.text.length > 1;
    if (isFilled) this.fill();
    else this.follow(before, changes);
    if (isWhole && !isFilled) this.hasTakenOver = false;
    if (text === '') this.startOver();
    this.keep();
    return isFilled;
  }

  /** An undo or redo restored an earlier text. */
  broughtBack(text: string): void {
    this.current = text;
    this.restore();
    if (text === '') this.startOver();
    this.keep();
  }

  private follow(before: string, changes: readonly BoxChange[]): void {
    const change = onlyOne(changes);
    const isCharacter = change && /^[^\r\n]$/.test(change.text);
    this.typed = isCharacter && !this.ownTail && change.start === before.length ? this.typed + 1 : 0;
    let { length } = before;
    for (const each of changes) {
      this.followOne(each, length, each === change);
      length += each.text.length - (each.end - each.start);
    }
    this.caret = change && change.start + change.text.length;
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

  /** A whole message came at once: from git, the history, the clipboard, or a reload. */
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

  /** Recognizes what we wrote before a reload as ours, once there is a text. */
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

function onlyOne(changes: readonly BoxChange[]): BoxChange | undefined {
  return changes.length === 1 ? changes[0] : undefined;
}
