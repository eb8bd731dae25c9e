import { EventEmitter, languages, window, type Event, type TerminalLinkProvider } from 'vscode';
import type { Disposable } from '../../../core/event';
import { Disposables } from '../../../core/disposables';
import { lazy } from '../../../core/lazy';
import type { LineTrail } from '../../../presentation/lineTrail';
import type { SwitchSetting } from '../../settings';
import { CaretTrail } from './caretTrail';
import type { EditorSources } from './editorSources';
import type { GoalTerminalLink } from './goalTerminalLinks';
import type { LineTrails } from './lineTrails';
import { Switched } from './switched';

/** Every document: files, notebooks, comparisons and input boxes. */
const everywhere = '*';
/** The files that can have a code lens or a badge. */
const files = [{ scheme: 'file' }, { scheme: 'vscode-remote' }, { scheme: 'vscode-vfs' }];

/**
 * Goals in the editor: hovers, links, code lenses, Explorer badges, the language status, and the trail of the caret's
 * line. Each is registered while its setting is on, and loaded when VS Code first asks.
 */
export class EditorSurfaces implements Disposable {
  private readonly owned = new Disposables();
  private readonly load = lazy(() => import('./editorProviders'));
  private readonly providers = lazy(async () => (await this.load()).editorProviders(this.from));
  private readonly caret: CaretTrail;

  /** Fires when the trail of the caret's line becomes known or outdated. */
  readonly onDidChangeTrail: Event<void>;

  constructor(private readonly from: EditorSources) {
    this.caret = this.owned.add(
      new CaretTrail(
        async (document, line, signal) => (await this.whereGoalsAre())?.trails.of(document, line, signal),
        from.context,
        from.log,
      ),
    );
    this.onDidChangeTrail = this.caret.onDidChange;
    this.registerAll();
    this.owned.add(
      from.notesWritten.event(() => {
        this.whereGoalsAre().then(
          (found) => found?.trails.forget(),
          (error: unknown) => from.log.error('What notes say cannot be read.', error),
        );
      }),
    );
  }

  /** How the caret's line leads to its goal, as far as it is read. */
  get trail(): LineTrail | undefined {
    return this.caret.current;
  }

  /** The service that leads lines to their goals. */
  async trails(): Promise<LineTrails> {
    return (await this.providers()).trails;
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** The providers, loaded only if there are goals to show. */
  private async whereGoalsAre(): Promise<Awaited<ReturnType<typeof this.providers>> | undefined> {
    const hasGoals = this.from.store.catalog.trackers.some(({ goals }) => goals.length > 0);
    return hasGoals ? this.providers() : undefined;
  }

  private registerAll(): void {
    const on = (switches: readonly SwitchSetting[], register: () => Disposable): void => {
      this.owned.add(new Switched(this.from.settings, switches, register));
    };
    on(['hover.references', 'hover.lines'], () =>
      languages.registerHoverProvider(everywhere, {
        provideHover: async (document, position, token) =>
          (await this.whereGoalsAre())?.hovers.provideHover(document, position, token),
      }),
    );
    on(['documentLinks.enabled'], () =>
      languages.registerDocumentLinkProvider(everywhere, {
        provideDocumentLinks: async (document, token) =>
          (await this.whereGoalsAre())?.documentLinks.provideDocumentLinks(document, token),
      }),
    );
    on(['terminalLinks.enabled'], () => {
      const provider: TerminalLinkProvider<GoalTerminalLink> = {
        provideTerminalLinks: async (context) =>
          (await this.whereGoalsAre())?.terminalLinks.provideTerminalLinks(context) ?? [],
        handleTerminalLink: async (link) => (await this.providers()).terminalLinks.handleTerminalLink(link),
      };
      return window.registerTerminalLinkProvider(provider);
    });
    on(['codeLens.enabled'], () =>
      this.whileChanging((onDidChange) =>
        languages.registerCodeLensProvider(files, {
          onDidChangeCodeLenses: onDidChange,
          provideCodeLenses: async (document) =>
            (await this.whereGoalsAre())?.lenses.provideCodeLenses(document),
        }),
      ),
    );
    on(['explorer.urgentFiles'], () =>
      this.whileChanging((onDidChange) =>
        window.registerFileDecorationProvider({
          onDidChangeFileDecorations: (listener) => onDidChange(() => void listener(undefined)),
          provideFileDecoration: async (uri) =>
            (await this.whereGoalsAre())?.urgentFiles.provideFileDecoration(uri),
        }),
      ),
    );
    on(['languageStatus.enabled'], () => this.fileStatus());
    on(['statusBar.line'], () => this.caret.start());
  }

  /** Appears with the first file that serves a goal. */
  private fileStatus(): Disposable {
    const owned = new Disposables();
    const show = lazy(async () => {
      const { FileStatus } = await this.load();
      owned.add(new FileStatus(this.from));
    });
    const follow = (): void => {
      if (!this.from.context.current.file?.served.goals.length) return;
      show().catch((error: unknown) => this.from.log.error('The language status cannot be shown.', error));
    };
    owned.add(this.from.context.onDidChange(follow));
    follow();
    return owned;
  }

  /** Registers what must be redrawn when goals or path maps change. */
  private whileChanging(register: (onDidChange: Event<void>) => Disposable): Disposable {
    const owned = new Disposables();
    const changed = owned.add(new EventEmitter<void>());
    owned.add(this.from.store.onDidChange(() => changed.fire()));
    owned.add(this.from.pathMaps.onDidChange(() => changed.fire()));
    owned.add(register(changed.event));
    return owned;
  }
}
