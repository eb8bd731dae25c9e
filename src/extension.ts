import * as webviewL10n from '@vscode/l10n';
import {
  commands as vscodeCommands,
  env,
  ExtensionMode,
  l10n,
  languages,
  Uri,
  window,
  type ExtensionContext,
} from 'vscode';
import type { Services } from './vscode/services';
import { registerCommands } from './vscode/commands/registerCommands';
import { commands, previewGoalCommand, readGoalCommand, views } from './vscode/ids';
import { Tokens } from './vscode/sources/trackers/tokens';
import { windowOnlooker } from './vscode/sources/trackers/windowOnlooker';
import { TrackerConnections } from './workspace/trackers/trackerConnections';
import { Emitter } from './core/event';
import { GoalStore } from './core/catalog/goalStore';
import { lazy } from './core/lazy';
import { ActiveFile } from './vscode/context/activeFile';
import { BranchGoals } from './vscode/context/branchGoals';
import { CommitBoxes } from './vscode/surfaces/commitBox/commitBoxes';
import {
  CommitCompletions,
  commitDocuments,
  completionTriggers,
} from './vscode/surfaces/commitMessage/commitCompletions';
import { offerAgentTools } from './vscode/surfaces/agents/agentTools';
import { offerMcpServers } from './vscode/surfaces/agents/mcpServers';
import { CommentMarks } from './vscode/surfaces/commitMessage/commentMarks';
import { CommitDiagnostics } from './vscode/surfaces/commitMessage/commitDiagnostics';
import { GoalContext } from './vscode/context/goalContext';
import { OwnScopes } from './vscode/context/ownScopes';
import { GoalStatusBar } from './vscode/surfaces/status/goalStatusBar';
import { BranchChoicesStore } from './vscode/sources/git/branchChoicesStore';
import { FileHistory } from './git/history/fileHistory';
import { Git } from './git/run/git';
import { HistoryIndexes } from './vscode/sources/git/historyIndexes';
import { HookOffer } from './vscode/sources/git/hookOffer';
import { HookStateSync } from './vscode/sources/git/hookStateSync';
import { RepositoryHomes } from './vscode/sources/git/repositoryHomes';
import { BranchDrift } from './vscode/context/branchDrift';
import { EditorSurfaces } from './vscode/surfaces/editor/editorSurfaces';
import { registerEditorCommands } from './vscode/commands/registerEditorCommands';
import { References } from './vscode/context/references';
import { Repositories } from './vscode/sources/git/repositories';
import { GoalsFiles } from './vscode/sources/files/goalsFiles';
import { PathMaps } from './vscode/sources/files/pathMaps';
import { Roots } from './vscode/sources/files/roots';
import type { GoalPanels } from './vscode/surfaces/panel/goalPanels';
import { registerGoalsEditing } from './vscode/surfaces/goalsEditing/registerGoalsEditing';
import { GoalsView } from './vscode/surfaces/tree/goalsView';
import type { ReportPages } from './vscode/surfaces/report/reportPages';
import { tellWalkthrough } from './vscode/surfaces/walkthroughFacts';
import { Settings } from './vscode/settings';
import type { TextOptions } from './presentation/textOptions';

/** What the extension's own tests may look at. */
export interface GoalLensApi {
  readonly services: Services;
  readonly drift: BranchDrift;
  readonly editor: EditorSurfaces;
  /** Resolves when everything has been read once. */
  readonly ready: Promise<void>;
  readonly panels: () => Promise<GoalPanels>;
  readonly report: () => Promise<ReportPages>;
}

/** Builds and wires the extension: synchronous, without network and without reading a file. */
export function activate(extension: ExtensionContext): GoalLensApi | undefined {
  if (l10n.bundle) webviewL10n.config({ contents: l10n.bundle });
  const log = window.createOutputChannel('Goal Lens', { log: true });
  const settings = new Settings();
  const textOptions = (): TextOptions => ({
    language: env.language,
    now: Date.now(),
    revenue: settings.revenue,
    spell: (goal) => references.in(context.current.branch?.repository).spellingOf(goal),
  });
  const store = new GoalStore();
  const repositories = new Repositories(log);
  const roots = new Roots(repositories);
  const goalsFileParser = lazy(async () => {
    const { WorkerGoalsFileParser } = await import('./teamFiles/goalsFile/workerGoalsFileParser');
    const path = Uri.joinPath(extension.extensionUri, 'dist', 'goalsFileWorker.js').fsPath;
    return new WorkerGoalsFileParser({ path, ...(l10n.bundle && { messages: l10n.bundle }) });
  });
  const goalsFiles = new GoalsFiles(roots, store, goalsFileParser, log);
  const pathMaps = new PathMaps(roots, store, log);
  const tokens = new Tokens(extension.secrets);
  const connections = new TrackerConnections({
    entries: settings,
    tokens,
    onlooker: windowOnlooker,
    store,
    cacheFolder: Uri.joinPath(extension.globalStorageUri, 'trackers').fsPath,
    textOptions,
    log,
  });
  const git = new Git(() => repositories.gitPath);
  const choices = new BranchChoicesStore(git, log);
  const homes = new RepositoryHomes(git, log);
  const references = new References(store, homes, settings);
  const branchGoals = new BranchGoals(store, choices, references);
  const activeFile = new ActiveFile();
  const context = new GoalContext({
    store,
    repositories,
    roots,
    pathMaps,
    choices,
    branchGoals,
    history: new FileHistory(git),
    activeFile,
    settings,
    references,
    homes,
    log,
  });
  const commitBoxes = new CommitBoxes({
    repositories,
    branchGoals,
    choices,
    settings,
    git,
    memento: extension.workspaceState,
    log,
  });
  const notesWritten = new Emitter<void>();
  const drift = new BranchDrift({
    ...{ store, context, choices, settings, git, log },
    memento: extension.globalState,
    now: () => Date.now(),
  });
  const editor = new EditorSurfaces({
    ...{ store, context, repositories, references, roots, pathMaps, settings, git, textOptions, log },
    notesWritten,
  });
  const statusBar = new GoalStatusBar(
    ...([context, store, settings, textOptions] as const),
    (repository) => commitBoxes.of(repository),
    () => drift.current,
    () => editor.trail,
  );
  const hookState = new HookStateSync(
    git,
    choices,
    settings,
    () => ({
      catalog: store.catalog,
      // What is left out of the next commit is left out by the hook as well.
      tagsOf: (repository, branch) =>
        branch === repository.state.HEAD?.name && commitBoxes.isLeftOut(repository)
          ? []
          : branchGoals.tagsOf(repository, branch),
      sourceOf: (repository) => ({
        catalog: store.catalog,
        references: references.in(repository),
        written: (goal) => references.written(goal, repository),
      }),
    }),
    log,
  );
  const scopes = new OwnScopes(store, repositories, git, log);
  const hookOffer = new HookOffer(choices, extension.globalState);
  const services: Services = {
    store,
    connections,
    tokens,
    memento: extension.globalState,
    context,
    repositories,
    branchGoals,
    references,
    choices,
    commitBoxes,
    git,
    histories: new HistoryIndexes(git, extension.globalStorageUri.fsPath, log),
    hookState,
    hookOffer,
    notesWritten,
    roots,
    goalsFiles,
    pathMaps,
    scopes,
    settings,
    textOptions,
    log,
  };

  const comments = new CommentMarks(git, log);

  /** The panel brings its protocol and schemas along: loaded when it is first shown. */
  let openedPanels: GoalPanels | undefined;
  const panels = lazy<GoalPanels>(async () => {
    const { openPanels } = await import('./vscode/surfaces/panel/openPanels');
    openedPanels = openPanels(extension.extensionUri, services, drift, (...items) =>
      extension.subscriptions.push(...items),
    );
    return openedPanels;
  });

  const goalsView = new GoalsView({
    store,
    context,
    settings,
    memento: extension.workspaceState,
    textOptions,
    scopes,
  });

  /** The report is loaded when it is first opened; what counts runs in a thread of its own. */
  const report = lazy<ReportPages>(async () => {
    const { openReport } = await import('./vscode/surfaces/report/openReport');
    const memento = extension.workspaceState;
    const sources = {
      ...{ store, repositories, references, settings, pathMaps, git },
      memento,
      textOptions,
      log,
    };
    return openReport(extension.extensionUri, sources, (...items) => extension.subscriptions.push(...items));
  });

  extension.subscriptions.push(
    goalsView,
    tellWalkthrough(context, store, (repository) => commitBoxes.of(repository)),
    ...[log, settings, store, repositories, roots, goalsFiles, pathMaps, choices, homes, activeFile, context],
    ...[tokens, connections, hookOffer, notesWritten, scopes],
    ...[statusBar, commitBoxes, context.onDidChange(({ isReady }) => isReady && commitBoxes.update())],
    context.onDidChange(({ isReady }) => isReady && void hookState.update(repositories.all)),
    commitBoxes.onDidChange(() => {
      statusBar.update();
      void hookState.update(repositories.all);
    }),
    context.onDidChange(({ branch }) => {
      connections
        .want(branch?.wanted ?? [])
        .catch((error: unknown) => log.error('A goal was not read.', error));
    }),
    ...[drift, editor, drift.onDidChange(() => statusBar.update())],
    editor.onDidChangeTrail(() => statusBar.update()),
    ...registerCommands(services),
    ...registerEditorCommands({
      ...{ store, context, references, repositories, drift, git, textOptions, log },
      trails: () => editor.trails(),
      ready: () => ready,
    }),
    languages.registerCompletionItemProvider(
      commitDocuments,
      new CommitCompletions(services, comments),
      ...completionTriggers,
    ),
    new CommitDiagnostics(services, comments),
    offerAgentTools(services),
    offerMcpServers(
      {
        extensionUri: extension.extensionUri,
        version: (extension.extension.packageJSON as { version: string }).version,
      },
      settings,
    ),
    ...registerGoalsEditing(services, extension.extensionUri),
    vscodeCommands.registerCommand(commands.openPanelToSide, async () => (await panels()).openToSide()),
    vscodeCommands.registerCommand(commands.openReport, async () => (await report()).show()),
    window.registerWebviewPanelSerializer(views.report, {
      deserializeWebviewPanel: async (panel) => (await report()).attach(panel),
    }),
    vscodeCommands.registerCommand(readGoalCommand, async (key: unknown) => {
      if (typeof key === 'string') await (await panels()).read(key);
    }),
    vscodeCommands.registerCommand(previewGoalCommand, (key: unknown) =>
      openedPanels?.preview(typeof key === 'string' ? key : undefined),
    ),
    ...[views.panel, views.panelSecondary].map((id) =>
      window.registerWebviewViewProvider(id, {
        resolveWebviewView: async (view) => (await panels()).attachView(view),
      }),
    ),
    window.registerWebviewPanelSerializer(views.panelToSide, {
      deserializeWebviewPanel: async (panel) => (await panels()).attachPanel(panel),
    }),
  );

  const start = async (): Promise<void> => {
    // Where git is active already, its first process would otherwise start before activation is over.
    await new Promise(setImmediate);
    await repositories
      .start()
      .catch((error: unknown) => log.error('The git extension cannot be used.', error));
    await Promise.all([goalsFiles.files.start(), pathMaps.files.start(), connections.start()]);
    context.start();
  };
  const ready = start().catch((error: unknown) => log.error('Goal Lens did not start.', error));
  return extension.extensionMode === ExtensionMode.Test
    ? { services, drift, editor, ready, panels, report }
    : undefined;
}
