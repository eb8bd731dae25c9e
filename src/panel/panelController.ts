import type { Disposable } from '../core/event';
import type { PanelAction } from './contract/controls';
import type { PanelState } from './contract/panelState';
import { fromWebviewSchema, type FromWebview, type ToWebview } from './contract/protocol';

/** A page that shows the panel: a view or an editor tab. */
export interface PanelPage {
  post(message: ToWebview): void;
}

/** A person's request that the panel itself does not handle. */
type PanelRequest = Extract<FromWebview, { type: 'action' }> & {
  readonly action: Exclude<PanelAction, 'readGoal' | 'back'>;
};

/** What the panel needs from the rest of the extension. */
export interface PanelPort {
  /** The current state; `reading` holds the keys of the goals that the person opened on top of each other. */
  state(reading: readonly string[]): PanelState;
  /** A person asked for something. */
  act(request: PanelRequest): void;
  warn(message: string): void;
}

/** Keeps one page current: answers `ready` with the whole state and sends it anew after every change. */
export class PanelController implements Disposable {
  private revision = 0;
  private isLive = false;
  private lastPainted = 0;
  private reading: readonly string[] = [];
  /** Shown on top of what is being read while a person looks at it in a list. */
  private previewed: string | undefined;
  private waiting: { readonly revision: number; readonly resolve: () => void }[] = [];

  constructor(
    private readonly page: PanelPage,
    private readonly port: PanelPort,
  ) {}

  /** Whether the page is on screen. */
  get isShown(): boolean {
    return this.isLive;
  }

  /** Handles a message from the page; an invalid one is logged and dropped. */
  receive(message: unknown): void {
    const parsed = fromWebviewSchema.safeParse(message);
    if (!parsed.success) {
      this.port.warn(`The panel sent a message that is not understood: ${parsed.error.message}`);
      return;
    }
    switch (parsed.data.type) {
      case 'ready':
        this.isLive = true;
        this.send();
        break;
      case 'painted':
        this.settle(parsed.data.revision);
        break;
      case 'action':
        this.act(parsed.data);
        break;
    }
  }

  /** Shows a goal in place of the branch's, with a way back. */
  read(key: string): void {
    if (this.reading.at(-1) === key) return;
    // Opening a goal that is already open further down goes back to it, so the way back never goes in circles.
    const at = this.reading.indexOf(key);
    this.reading = at < 0 ? [...this.reading, key] : this.reading.slice(0, at + 1);
    this.update();
  }

  /** Shows a goal while a person looks at it in a list; without a key, shows what was there before. */
  preview(key: string | undefined): void {
    if (this.previewed === key) return;
    this.previewed = key;
    this.update();
  }

  /** Sends the state if the page is there to receive it. */
  update(): void {
    if (this.isLive) this.send();
  }

  /** The page was hidden: it keeps no memory, and says `ready` when it is back. */
  hide(): void {
    this.isLive = false;
  }

  /** Resolves once the latest state, or a newer one, is on screen; at once if the page is not there. */
  painted(): Promise<void> {
    const { revision } = this;
    if (!this.isLive || this.lastPainted >= revision) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push({ revision, resolve }));
  }

  dispose(): void {
    this.isLive = false;
    this.settle(Infinity);
  }

  private act({ action, ...request }: Extract<FromWebview, { type: 'action' }>): void {
    if (action === 'readGoal') {
      if (request.key !== undefined) this.read(request.key);
    } else if (action === 'back') {
      this.reading = this.reading.slice(0, -1);
      this.update();
    } else {
      this.port.act({ ...request, action });
    }
  }

  private send(): void {
    const reading = this.previewed === undefined ? this.reading : [...this.reading, this.previewed];
    this.page.post({ type: 'state', revision: ++this.revision, state: this.port.state(reading) });
  }

  private settle(revision: number): void {
    this.lastPainted = Math.max(this.lastPainted, revision);
    const done = this.waiting.filter((each) => each.revision <= revision);
    this.waiting = this.waiting.filter((each) => each.revision > revision);
    for (const { resolve } of done) resolve();
  }
}
