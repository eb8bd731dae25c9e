import { render } from 'preact';
import type { PanelAction } from '../../panel/contract/controls';
import type { PanelState } from '../../panel/contract/panelState';
import type { Strings } from '../../panel/contract/protocol';
import { focusByKey, focusKey } from '../shared/focusKey';
import { moveInGroup, updateRoving } from '../shared/roving';
import { fileBarId } from './fileBar';
import { withoutImpact, type Kept } from './kept';
import { markOverflow } from './markOverflow';
import { Panel } from './panel';
import { Scroller } from './scroller';
import { placeOf, Trail, type Spot } from './trail';
import { ViewContext, type View } from './view';

/** Where the page draws, and whom it tells about what a person does. */
export interface PageOptions {
  readonly strings: Strings;
  readonly root: HTMLElement;
  readonly announcer: HTMLElement;
  act(action: PanelAction, key?: string, index?: number): void;
  /** Something that is saved while the page is hidden has changed. */
  onChange(): void;
}

/** The page: the state that it shows, and what the person has done with it. */
export class Page implements View {
  readonly strings: Strings;
  private readonly root: HTMLElement;
  private readonly scroller: Scroller;
  private readonly trail = new Trail();
  private state: PanelState | undefined;
  private open = new Map<string, boolean>();
  isFromBefore = false;
  private isBusy = false;
  private announced: string | undefined;
  private focusOnReturn: string | undefined;
  /** How far down the person was, and how far the saved content let them return. */
  private scrollOnReturn: { readonly wanted: number; readonly reached: number } | undefined;

  constructor(private readonly options: PageOptions) {
    ({ strings: this.strings, root: this.root } = options);
    this.scroller = new Scroller(this.root);
    new ResizeObserver(() => markOverflow(this.root)).observe(this.root);
    window.addEventListener('focus', () => this.returnFocus());
    this.root.addEventListener('focusin', () => updateRoving(this.root));
    this.root.addEventListener('keydown', (event) => this.press(event));
  }

  isOpen(id: string, otherwise = false): boolean {
    return this.open.get(id) ?? otherwise;
  }

  toggle(id: string, open: boolean): void {
    this.open.set(id, open);
    this.draw();
    this.options.onChange();
  }

  act(action: PanelAction, key?: string, index?: number): void {
    this.options.act(action, key, index);
  }

  readonly skipToFile = (event: Event): void => {
    event.preventDefault();
    document.getElementById(fileBarId)?.focus();
  };

  /** Paints what the page showed before it was hidden. */
  restore(kept: Kept): void {
    this.open = new Map(Object.entries(kept.open));
    this.state = kept.state;
    this.isFromBefore = true;
    this.announced = announcementOf(kept.state);
    this.draw();
    this.scroller.top = kept.scroll;
    this.scrollOnReturn = { wanted: kept.scroll, reached: this.scroller.top };
    this.focusOnReturn = kept.focus;
    // A page that comes back behind other windows must not grab the focus.
    if (document.hasFocus()) this.returnFocus();
  }

  /** Shows a state from the host. */
  show(state: PanelState): void {
    const before = this.state;
    const spot = { scroll: this.scroller.top, focus: focusKey(document.activeElement) };
    this.isBusy = this.isFromBefore && state.kind === 'loading';
    if (!this.isBusy) {
      this.state = state;
      this.isFromBefore = false;
    }
    this.draw();
    if (this.isBusy) return;
    this.finishReturn();
    if (before && placeOf(before) !== placeOf(state)) {
      this.arrive(this.trail.move(placeOf(before), placeOf(state), spot), spot.focus !== undefined);
    }
    this.announce(state);
  }

  /** What to save while the page is hidden. */
  kept(): Kept | undefined {
    if (this.state === undefined) return undefined;
    return {
      state: withoutImpact(this.state),
      open: Object.fromEntries([...this.open].slice(-200)),
      scroll: this.scroller.top,
      focus: focusKey(document.activeElement) ?? this.focusOnReturn,
    };
  }

  private draw(): void {
    if (this.state === undefined) return;
    const focused = focusKey(document.activeElement);
    const { top } = this.scroller;
    render(
      <ViewContext.Provider value={this}>
        <Panel state={this.state} busy={this.isBusy} />
      </ViewContext.Provider>,
      this.root,
    );
    updateRoving(this.root);
    if (focused !== undefined && focusKey(document.activeElement) !== focused) this.refocus(focused);
    this.scroller.top = top;
    markOverflow(this.root);
  }

  /** Scrolls to where the person was in a place, or to its beginning. */
  private arrive(spot: Spot | undefined, hadFocus: boolean): void {
    this.scroller.top = spot?.scroll ?? 0;
    if (!hadFocus) return;
    if (spot?.focus !== undefined && focusByKey(this.root, spot.focus)) return;
    this.root.querySelector<HTMLElement>('main .title')?.focus({ preventScroll: true });
  }

  private press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (moveInGroup(event.target, event.key)) event.preventDefault();
    else if (event.key === 'Escape') this.escape();
  }

  private escape(): void {
    const isInFile = document.activeElement?.closest('.fileBar') !== null;
    if (isInFile && this.isOpen(fileBarId)) {
      document.getElementById(fileBarId)?.focus();
      this.toggle(fileBarId, false);
    } else if (this.state?.kind === 'goal') {
      this.act('back');
    }
  }

  // If the control is gone, the keyboard focus stays in the panel rather than falling back to the window.
  private refocus(key: string): void {
    if (!focusByKey(this.root, key)) this.root.focus({ preventScroll: true });
  }

  private returnFocus(): void {
    const key = this.focusOnReturn;
    const isFree = document.activeElement === document.body;
    if (key === undefined || !isFree || focusByKey(this.root, key)) this.focusOnReturn = undefined;
  }

  /** Everything that was above the person's position is there now, including what is not saved. */
  private finishReturn(): void {
    const { scrollOnReturn } = this;
    this.scrollOnReturn = undefined;
    if (this.scroller.top === scrollOnReturn?.reached) {
      this.scroller.top = scrollOnReturn.wanted;
    }
    if (document.hasFocus()) this.returnFocus();
  }

  private announce(state: PanelState): void {
    const text = announcementOf(state);
    if (this.announced !== undefined && text !== '' && text !== this.announced)
      this.options.announcer.textContent = text;
    if (text !== '') this.announced = text;
  }
}

function announcementOf(state: PanelState): string {
  return state.kind === 'goals' ? state.announcement : '';
}
