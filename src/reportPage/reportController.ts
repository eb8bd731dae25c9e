import * as l10n from '@vscode/l10n';
import { isCancellation } from '../core/errors';
import type { Disposable } from '../core/event';
import {
  fromReportPageSchema,
  type DrillSheet,
  type FromReportPage,
  type ReportAction,
  type ReportState,
  type ToReportPage,
} from './contract/protocol';
import type { ReportSheet } from './contract/reportSheet';
import {
  controlsOf,
  withFilter,
  type ReportFilters,
  type RepositoryChoice,
  type UsualFilters,
} from './filters';

/** Receives progress while a report is being made. */
interface Listener {
  readonly onProgress: (progress: { readonly text: string; readonly done?: number }) => void;
  readonly onStage: (sheet: ReportSheet) => void;
}

const ownActions = ['cancel', 'refresh', 'allPaths', 'showCommits', 'closeCommits', 'showFiles'] as const;

/** What the controller leaves to others. */
export type HostAction = Exclude<ReportAction, (typeof ownActions)[number]>;

/** What the report needs from the rest of the extension. */
export interface ReportPort {
  repositories(): readonly RepositoryChoice[];
  usual(filters: ReportFilters): Promise<UsualFilters>;
  /** Why there can be no report, if so. */
  hindrance(): NonNullable<ReportState['message']> | undefined;
  make(filters: ReportFilters, listener: Listener, signal: AbortSignal): Promise<ReportSheet>;
  commits(drill: string): Promise<DrillSheet>;
  files(commit: string): Promise<NonNullable<DrillSheet['commits'][number]['files']>>;
  /** A fault in words. */
  explain(error: unknown): NonNullable<ReportState['message']>;
  keep(filters: ReportFilters): void;
  act(action: HostAction, key: string | undefined, commit: string | undefined): void;
  warn(message: string): void;
}

/** Keeps one report page current: makes what is requested, and drops what has been superseded. */
export class ReportController implements Disposable {
  private revision = 0;
  private isLive = false;
  private lastPainted = 0;
  private running: AbortController | undefined;
  private usual: UsualFilters | undefined;
  /** What is on the page besides its controls. */
  shown: Pick<ReportState, 'busy' | 'message' | 'sheet' | 'drill'> = {};
  private waiting: (() => void)[] = [];

  constructor(
    private readonly page: { post(message: ToReportPage): void },
    private readonly port: ReportPort,
    private filters: ReportFilters,
  ) {}

  /** Whether a report, or the reason why there is none, is on screen. */
  get isSettled(): boolean {
    const { sheet, message } = this.shown;
    return (
      this.running === undefined && (sheet ?? message) !== undefined && this.lastPainted >= this.revision
    );
  }

  /** Handles a message from the page; an invalid one is logged and dropped. */
  receive(message: unknown): void {
    const parsed = fromReportPageSchema.safeParse(message);
    if (!parsed.success) {
      this.port.warn(`The report sent a message that is not understood: ${parsed.error.message}`);
      return;
    }
    this.take(parsed.data);
  }

  /** Counts again; the current report stays until there is a newer one. */
  refresh(): void {
    void this.run();
  }

  /** Counts only below a path, or everywhere. */
  usePath(path: string | undefined): void {
    this.use({ ...this.filters, path });
  }

  /** The current filters. */
  get current(): ReportFilters {
    return this.filters;
  }

  /** Something that counts may have arrived: only a visible page counts again. */
  update(): void {
    if (this.isLive) this.refresh();
  }

  /** The page was hidden: it keeps no memory, and says `ready` when it is back. */
  hide(): void {
    this.isLive = false;
  }

  /** Resolves once a report, or the reason why there is none, is on screen. */
  async settled(): Promise<void> {
    while (!this.isSettled) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  dispose(): void {
    this.isLive = false;
    this.running?.abort();
    this.running = undefined;
  }

  private take(message: FromReportPage): void {
    switch (message.type) {
      case 'ready':
        this.isLive = true;
        this.send();
        if (!this.shown.sheet && !this.running) this.refresh();
        break;
      case 'painted':
        this.lastPainted = Math.max(this.lastPainted, message.revision);
        this.tell();
        break;
      case 'filter':
        this.use(withFilter(this.filters, message.name, message.value));
        break;
      case 'action':
        this.act(message.action, message.key, message.commit);
        break;
    }
  }

  private act(action: ReportAction, key: string | undefined, commit: string | undefined): void {
    if (isHostAction(action)) this.port.act(action, key, commit);
    else if (action === 'refresh') this.refresh();
    else if (action === 'cancel') this.cancel();
    else if (action === 'allPaths') this.usePath(undefined);
    else if (action === 'closeCommits') this.show({ drill: undefined });
    else if (key !== undefined) void (action === 'showCommits' ? this.drill(key) : this.showFiles(key));
  }

  private use(filters: ReportFilters): void {
    this.filters = filters;
    this.port.keep(filters);
    this.shown = { ...this.shown, drill: undefined };
    this.refresh();
  }

  private cancel(): void {
    this.running?.abort();
    this.running = undefined;
    const { sheet } = this.shown;
    this.show({
      busy: undefined,
      ...(!sheet && {
        message: {
          title: l10n.t('Stopped'),
          text: l10n.t('Nothing was counted. A shorter period is read sooner.'),
          buttons: [{ label: l10n.t('Count again'), action: 'refresh' as const }],
        },
      }),
    });
  }

  private async run(): Promise<void> {
    this.running?.abort();
    const abort = new AbortController();
    this.running = abort;
    const isOvertaken = (): boolean => this.running !== abort;
    try {
      const hindrance = this.port.hindrance();
      if (hindrance) {
        this.running = undefined;
        this.show({ message: hindrance, busy: undefined, sheet: undefined, drill: undefined });
        return;
      }
      this.show({ busy: { text: l10n.t('Reading the history…') }, message: undefined });
      this.usual = await this.port.usual(this.filters);
      if (isOvertaken()) return;
      this.show({});
      const sheet = await this.port.make(
        this.filters,
        {
          onProgress: (busy) => !isOvertaken() && this.show({ busy }),
          onStage: (early) => !isOvertaken() && this.show({ sheet: early }),
        },
        abort.signal,
      );
      if (isOvertaken()) return;
      this.running = undefined;
      this.show({ sheet, busy: undefined, message: undefined, drill: undefined });
    } catch (error) {
      if (isOvertaken()) return;
      this.running = undefined;
      if (isCancellation(error)) this.show({ busy: undefined });
      else
        this.show({ message: this.port.explain(error), busy: undefined, sheet: undefined, drill: undefined });
    }
  }

  private async drill(key: string): Promise<void> {
    try {
      const drill = await this.port.commits(key);
      if (this.shown.sheet) this.show({ drill });
    } catch (error) {
      this.port.warn(`The commits behind a figure cannot be shown: ${String(error)}`);
    }
  }

  private async showFiles(id: string): Promise<void> {
    const isOpen = this.shown.drill?.commits.find((each) => each.id === id)?.files !== undefined;
    try {
      const files = isOpen ? undefined : await this.port.files(id);
      const { drill } = this.shown;
      if (!drill) return;
      const commits = drill.commits.map((each) => (each.id === id ? { ...each, files } : each));
      this.show({ drill: { ...drill, commits } });
    } catch (error) {
      this.port.warn(`The files of a commit cannot be read: ${String(error)}`);
    }
  }

  private show(change: typeof this.shown): void {
    this.shown = { ...this.shown, ...change };
    if (this.isLive) this.send();
    this.tell();
  }

  private send(): void {
    const usual = this.usual ?? { weeks: 12, level: 'initiative' };
    const controls = controlsOf(this.filters, usual, this.port.repositories());
    this.page.post({ type: 'state', revision: ++this.revision, state: { controls, ...this.shown } });
  }

  private tell(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function isHostAction(action: ReportAction): action is HostAction {
  return !ownActions.some((own) => own === action);
}
