import { env, l10n, Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { Disposable } from '../../core/event';
import { Emitter } from '../../core/event';
import { GoalStore } from '../../core/catalog/goalStore';
import { lazy } from '../../core/lazy';
import { FileHistory } from '../../git/history/fileHistory';
import { Git } from '../../git/run/git';
import type { TextOptions } from '../../presentation/textOptions';
import type { ConnectTracker } from '../../trackers/port/connectedTracker';
import { TrackerConnections } from '../../workspace/trackers/trackerConnections';
import { ActiveFile } from '../context/activeFile';
import { BranchGoals } from '../context/branchGoals';
import { CodeQuestions } from './codeQuestions';
import { GoalContext } from '../context/goalContext';
import { OwnScopes } from '../context/ownScopes';
import { References } from '../context/references';
import type { Services } from '../services';
import { Settings } from '../settings';
import { GoalsFiles } from '../sources/files/goalsFiles';
import { PathMaps } from '../sources/files/pathMaps';
import { Roots } from '../sources/files/roots';
import { BranchChoicesStore } from '../sources/git/branchChoicesStore';
import { HistoryIndexes } from '../sources/git/historyIndexes';
import { HookPlaces } from '../sources/git/hookPlaces';
import { HookOffer } from '../sources/git/hookOffer';
import { HookStateSync } from '../sources/git/hookStateSync';
import { Repositories } from '../sources/git/repositories';
import { RepositoryHomes } from '../sources/git/repositoryHomes';
import { KeptLeftovers } from '../sources/trackers/keptLeftovers';
import { Tokens } from '../sources/trackers/tokens';
import { windowOnlooker } from '../sources/trackers/windowOnlooker';
import { CommitBoxes } from '../surfaces/commitBox/commitBoxes';

/**
 * Builds what every surface and command works with, without reading anything yet. `own` takes what must be disposed.
 */
export function buildServices(
  extension: ExtensionContext,
  log: LogOutputChannel,
  own: (...items: readonly Disposable[]) => void,
): Services {
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
  const parser = goalsFileParser(extension);
  const goalsFiles = new GoalsFiles(roots, store, parser, log);
  const pathMaps = new PathMaps(roots, store, log);
  const connectTracker = trackerThread(extension, own);
  const tokens = new Tokens(extension.secrets);
  const leftovers = new KeptLeftovers(extension.globalState);
  const connections = new TrackerConnections({
    leftovers,
    entries: settings,
    tokens,
    onlooker: windowOnlooker,
    store,
    cacheFolder: Uri.joinPath(extension.globalStorageUri, 'trackers').fsPath,
    textOptions,
    log,
    connectTracker,
    everyMs: () => settings.refreshEveryMs,
  });
  // Nothing asks git before the person trusts the folder.
  const git = new Git(() => repositories.gitPath, true);
  const choices = new BranchChoicesStore(git, log);
  const homes = new RepositoryHomes(git, log);
  const references = new References(store, homes, settings);
  const branchGoals = new BranchGoals(store, choices, references);
  const activeFile = new ActiveFile();
  const histories = new HistoryIndexes(git, extension.globalStorageUri.fsPath, log);
  const history = new FileHistory(git);
  const context = new GoalContext({
    store,
    repositories,
    roots,
    pathMaps,
    choices,
    branchGoals,
    activeFile,
    settings,
    references,
    homes,
    log,
    history,
    histories,
  });
  const commitBoxes = new CommitBoxes({
    repositories,
    branchGoals,
    choices,
    settings,
    git,
    log,
    memento: extension.workspaceState,
  });
  const notesWritten = new Emitter<void>();
  const hookState = hookStateSync({
    store,
    choices,
    settings,
    commitBoxes,
    branchGoals,
    references,
    git,
    log,
    memento: extension.globalState,
  });
  connections.onDidForget((place) => {
    hookState
      .forget(place)
      .catch((error: unknown) => {
        log.error('A hook keeps signed-out goals.', error);
        return leftovers.note(place, true);
      })
      .catch((error: unknown) => log.error('What is left after signing out was not noted.', error));
  });
  const hookOffer = new HookOffer(choices, extension.globalState, git, log, () => workspace.isTrusted);
  const scopes = new OwnScopes(store, repositories, git, log);
  own(settings, store, repositories, roots, goalsFiles, pathMaps, choices, homes, activeFile, context);
  own(new CodeQuestions({ connections, context, references, history, histories, log }));
  own(tokens, connections, hookOffer, notesWritten, commitBoxes, scopes);
  return {
    store,
    connections,
    connectTracker,
    tokens,
    context,
    repositories,
    branchGoals,
    references,
    choices,
    commitBoxes,
    git,
    hookState,
    hookOffer,
    notesWritten,
    roots,
    goalsFiles,
    pathMaps,
    settings,
    textOptions,
    log,
    scopes,
    histories,
    memento: extension.globalState,
  };
}

/** Parses goals files in a worker thread, which starts with the first of them. */
function goalsFileParser({ extensionUri }: ExtensionContext): ConstructorParameters<typeof GoalsFiles>[2] {
  return lazy(async () => {
    const { WorkerGoalsFileParser } = await import('../../teamFiles/goalsFile/workerGoalsFileParser');
    const path = Uri.joinPath(extensionUri, 'dist', 'goalsFileWorker.js').fsPath;
    return new WorkerGoalsFileParser({ path, ...(l10n.bundle && { messages: l10n.bundle }) });
  });
}

/** Reads the answers of trackers in a worker thread, which starts with the first connection. */
function trackerThread(
  { extensionUri }: ExtensionContext,
  own: (...items: readonly Disposable[]) => void,
): ConnectTracker {
  let started: Disposable | undefined;
  own({ dispose: () => started?.dispose() });
  const thread = lazy(async () => {
    const { TrackerThreadClient } = await import('../../trackers/thread/trackerThreadClient');
    const path = Uri.joinPath(extensionUri, 'dist', 'trackerThread.js').fsPath;
    const client = new TrackerThreadClient({ path, ...(l10n.bundle && { messages: l10n.bundle }) });
    started = client;
    return client;
  });
  return async (connection, options) => (await thread()).connect(connection, options);
}

function hookStateSync({
  store,
  choices,
  settings,
  commitBoxes,
  branchGoals,
  references,
  git,
  log,
  memento,
}: Pick<
  Services,
  'branchGoals' | 'choices' | 'commitBoxes' | 'git' | 'log' | 'memento' | 'references' | 'settings' | 'store'
>): HookStateSync {
  const sources = (): ReturnType<ConstructorParameters<typeof HookStateSync>[3]> => ({
    catalog: store.catalog,
    // What the next commit leaves out, the hook leaves out as well.
    tagsOf: (repository, branch) =>
      branch === repository.state.HEAD?.name && commitBoxes.isLeftOut(repository)
        ? []
        : branchGoals.tagsOf(repository, branch),
    sourceOf: (repository) => ({
      catalog: store.catalog,
      references: references.in(repository),
      written: (goal) => references.written(goal, repository),
    }),
  });
  return new HookStateSync(git, choices, settings, sources, new HookPlaces(memento), log);
}
