import { render } from 'preact';
import type {
  FromReportPage,
  ReportAction,
  ReportState,
  ReportStrings,
} from '../../reportPage/contract/protocol';
import { focusByKey, focusKey } from '../shared/focusKey';
import { moveInGroup, updateRoving } from '../shared/roving';
import { drillId } from './drill';
import type { Kept } from './kept';
import { Report } from './report';
import { ViewContext, type View } from './view';

/** Where the page draws, and whom it tells about what a person does. */
export interface PageOptions {
  readonly strings: ReportStrings;
  readonly root: HTMLElement;
  readonly announcer: HTMLElement;
  post(message: Exclude<FromReportPage, { type: 'ready' | 'painted' }>): void;
  /** Something that is saved while the page is hidden has changed. */
  onChange(): void;
}

/** The page: the state that it shows, and what the person has done with it. */
export class Page implements View {
  readonly strings: ReportStrings;
  private readonly root: HTMLElement;
  private state: ReportState | undefined;
  private open = new Map<string, boolean>();
  private views = new Map<string, string>();
  /** What had the focus before the commits were opened. */
  private focusBefore: string | undefined;
  /** Where the person was before the page was hidden, until there is a whole report to return to. */
  private toReturn: Pick<Kept, 'scroll' | 'focus'> | undefined;

  constructor(private readonly options: PageOptions) {
    ({ strings: this.strings, root: this.root } = options);
    this.root.addEventListener('focusin', () => updateRoving(this.root));
    this.root.addEventListener('keydown', (event) => this.press(event));
  }

  viewOf(chart: string): string | undefined {
    return this.views.get(chart);
  }

  showAs(chart: string, view: string): void {
    this.views.set(chart, view);
    this.changed();
  }

  isOpen(id: string): boolean {
    return this.open.get(id) ?? false;
  }

  toggle(id: string, open: boolean): void {
    if (this.isOpen(id) === open) return;
    this.open.set(id, open);
    this.changed();
  }

  filter(name: Parameters<View['filter']>[0], value: string): void {
    this.options.post({ type: 'filter', name, value });
  }

  act(action: ReportAction, key?: string, commit?: string): void {
    this.options.post({
      type: 'action',
      action,
      ...(key !== undefined && { key }),
      ...(commit !== undefined && { commit }),
    });
  }

  /** Takes up where the person was before the page was hidden, once there is a report. */
  restore({ open, views, ...toReturn }: Kept): void {
    this.open = new Map(Object.entries(open));
    this.views = new Map(Object.entries(views));
    this.toReturn = toReturn;
  }

  /** Shows a state from the host. */
  show(state: ReportState): void {
    const before = this.state;
    const focused = focusKey(document.activeElement);
    this.state = state;
    this.draw();
    if (state.drill && state.drill.key !== before?.drill?.key) {
      if (!before?.drill) this.focusBefore = focused;
      document.getElementById(drillId)?.focus({ preventScroll: true });
    } else if (!state.drill && before?.drill && this.focusBefore !== undefined) {
      focusByKey(this.root, this.focusBefore);
      this.focusBefore = undefined;
    }
    this.finishReturn(state);
    this.announce(before, state);
  }

  /** What to save while the page is hidden. */
  kept(): Kept | undefined {
    if (this.state === undefined) return undefined;
    return {
      open: Object.fromEntries(this.open),
      views: Object.fromEntries(this.views),
      ...(this.toReturn ?? { scroll: window.scrollY, focus: focusKey(document.activeElement) }),
    };
  }

  private changed(): void {
    this.draw();
    this.options.onChange();
  }

  private draw(): void {
    if (this.state === undefined) return;
    const focused = focusKey(document.activeElement);
    render(
      <ViewContext.Provider value={this}>
        <Report state={this.state} />
      </ViewContext.Provider>,
      this.root,
    );
    updateRoving(this.root);
    // If the control is gone, the keyboard focus stays in the report rather than falling back to the window.
    const isLost = focused !== undefined && focusKey(document.activeElement) !== focused;
    if (isLost && !focusByKey(this.root, focused)) this.root.focus({ preventScroll: true });
  }

  /** Returns to where the person was, once everything that was above that point is there. */
  private finishReturn({ sheet }: ReportState): void {
    if (!this.toReturn || !sheet || sheet.isPreliminary) return;
    const { scroll, focus } = this.toReturn;
    this.toReturn = undefined;
    // Who has moved on meanwhile stays there.
    if (window.scrollY > 0) return;
    window.scrollTo({ top: scroll });
    if (focus !== undefined && document.hasFocus() && document.activeElement === document.body) {
      focusByKey(this.root, focus);
    }
  }

  private press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target instanceof HTMLSelectElement) return;
    if (moveInGroup(event.target, event.key)) event.preventDefault();
    else if (event.key === 'Escape' && this.state?.drill) this.act('closeCommits');
  }

  private announce(before: ReportState | undefined, { busy, sheet, message }: ReportState): void {
    const text = message?.title ?? (before?.busy && !busy && sheet ? sheet.scope : undefined);
    if (text !== undefined) this.options.announcer.textContent = text;
  }
}
