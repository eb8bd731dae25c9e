import { render } from 'preact';
import type { PanelAction } from '../../panel/contract/controls';
import type { PanelState } from '../../panel/contract/panelState';
import type { Strings } from '../../panel/contract/protocol';
import { focusByKey, focusKey } from '../shared/focusKey';
import { moveInGroup, updateRoving } from '../shared/roving';
import { fileBarId } from './fileBar';
import type { Kept } from './kept';
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
  private announced: string | undefined;
  /** Where the person was before the page was hidden, until there is content to return to. */
  private toReturn: Kept | undefined;
  /** What had the focus then, until the window has it. */
  private focusOnReturn: string | undefined;

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

  /** Takes up where the person was before the page was hidden, once there is content. */
  restore(kept: Kept): void {
    this.open = new Map(Object.entries(kept.open));
    this.toReturn = kept;
  }

  /** Shows a state from the host. */
  show(state: PanelState): void {
    const before = this.state;
    const spot = { scroll: this.scroller.top, focus: focusKey(document.activeElement) };
    this.state = state;
    this.draw();
    if (this.toReturn) {
      if (state.kind !== 'loading') this.finishReturn(this.toReturn, placeOf(state));
    } else if (before && placeOf(before) !== placeOf(state)) {
      this.arrive(this.trail.move(placeOf(before), placeOf(state), spot), spot.focus !== undefined);
    }
    this.announce(state);
  }

  /** What to save while the page is hidden. */
  kept(): Kept | undefined {
    if (this.state === undefined) return undefined;
    const open = Object.fromEntries([...this.open].slice(-200));
    if (this.toReturn) return { ...this.toReturn, open };
    return {
      place: placeOf(this.state),
      open,
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
        <Panel state={this.state} />
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

  /** Goes back to where the person was, unless something else is on screen now. */
  private finishReturn({ place, scroll, focus }: Kept, shown: string): void {
    this.toReturn = undefined;
    if (place !== shown) return;
    this.scroller.top = scroll;
    this.focusOnReturn = focus;
    // A page that comes back behind other windows must not grab the focus.
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
