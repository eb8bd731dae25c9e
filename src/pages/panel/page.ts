import type { PanelState } from '../../panel/contract/panelState';
import type { Strings } from '../../panel/contract/protocol';
import { focusByKey, focusKey } from './focusKey';
import type { Kept } from './kept';
import { markOverflow } from './markOverflow';
import { announcement, panel } from './panel';
import { patchChildren } from './patch';
import type { View } from './view';

/** The page: the state that it shows, and what the person has done with it. */
export class Page implements View {
  private state: PanelState | undefined;
  private open = new Map<string, boolean>();
  /** What is shown was kept from before; the host has not confirmed it yet. */
  private isFromBefore = false;
  private isBusy = false;
  private announced: string | undefined;
  private focusOnReturn: string | undefined;

  constructor(
    readonly strings: Strings,
    private readonly root: HTMLElement,
    private readonly announcer: HTMLElement,
  ) {
    new ResizeObserver(() => markOverflow(root)).observe(root);
    window.addEventListener('focus', () => this.returnFocus());
  }

  isOpen(id: string, otherwise = false): boolean {
    return this.open.get(id) ?? otherwise;
  }

  toggle(id: string, open: boolean): void {
    this.open.set(id, open);
    this.draw();
  }

  /** Paints what the page showed before it was hidden. */
  restore(kept: Kept): void {
    this.open = new Map(Object.entries(kept.open));
    this.state = kept.state;
    this.isFromBefore = true;
    this.announced = announcement(kept.state);
    this.draw();
    window.scrollTo(0, kept.scroll);
    this.focusOnReturn = kept.focus;
    // A page that comes back behind other windows must not pull the focus to itself.
    if (document.hasFocus()) this.returnFocus();
  }

  /** Shows a state from the host. */
  show(state: PanelState): void {
    this.isBusy = this.isFromBefore && state.kind === 'loading';
    if (!this.isBusy) {
      this.state = state;
      this.isFromBefore = false;
    }
    this.draw();
    if (!this.isBusy) this.announce(state);
  }

  /** What to keep while the page is hidden. */
  kept(): Kept | undefined {
    if (this.state === undefined) return undefined;
    return {
      state: this.state,
      open: Object.fromEntries([...this.open].slice(-200)),
      scroll: window.scrollY,
      focus: focusKey(document.activeElement) ?? this.focusOnReturn,
    };
  }

  private draw(): void {
    if (this.state === undefined) return;
    const focused = focusKey(document.activeElement);
    const { scrollY } = window;
    patchChildren(this.root, [panel(this, this.state, this.isBusy)]);
    if (focused !== undefined && focusKey(document.activeElement) !== focused) this.refocus(focused);
    if (window.scrollY !== scrollY) window.scrollTo(0, scrollY);
    markOverflow(this.root);
  }

  // Where the control is gone, the keyboard stays in the panel rather than falling back to the window.
  private refocus(key: string): void {
    if (!focusByKey(this.root, key)) this.root.focus({ preventScroll: true });
  }

  private returnFocus(): void {
    const key = this.focusOnReturn;
    this.focusOnReturn = undefined;
    if (key !== undefined && document.activeElement === document.body) focusByKey(this.root, key);
  }

  private announce(state: PanelState): void {
    const text = announcement(state);
    if (this.announced !== undefined && text !== '' && text !== this.announced)
      this.announcer.textContent = text;
    if (text !== '') this.announced = text;
  }
}
