import * as webviewL10n from '@vscode/l10n';
import { ExtensionMode, l10n, window, type ExtensionContext } from 'vscode';
import type { Disposable } from './core/event';
import { registerCommands } from './vscode/commands/registerCommands';
import { registerEditorCommands } from './vscode/commands/registerEditorCommands';
import { buildServices } from './vscode/composition/buildServices';
import { BranchDrift } from './vscode/context/branchDrift';
import type { Services } from './vscode/services';
import { offerAgentTools } from './vscode/surfaces/agents/agentTools';
import { offerMcpServers } from './vscode/surfaces/agents/mcpServers';
import { registerCommitMessage } from './vscode/surfaces/commitMessage/registerCommitMessage';
import { EditorSurfaces } from './vscode/surfaces/editor/editorSurfaces';
import { registerGoalsEditing } from './vscode/surfaces/goalsEditing/registerGoalsEditing';
import type { GoalPanels } from './vscode/surfaces/panel/goalPanels';
import { registerPanels } from './vscode/surfaces/panel/registerPanels';
import { registerBeforePush } from './vscode/surfaces/pullRequest/registerBeforePush';
import { registerReport } from './vscode/surfaces/report/registerReport';
import type { ReportPages } from './vscode/surfaces/report/reportPages';
import { GoalStatusBar } from './vscode/surfaces/status/goalStatusBar';
import { GoalsView } from './vscode/surfaces/tree/goalsView';
import { tellWalkthrough } from './vscode/surfaces/walkthroughFacts';

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
  const { extensionUri, globalState, workspaceState } = extension;
  const own = (...items: readonly Disposable[]): void => void extension.subscriptions.push(...items);
  const log = window.createOutputChannel('Goal Lens', { log: true });
  own(log);

  const services = buildServices(extension, log, own);
  const { commitBoxes, context, settings, store, textOptions } = services;
  const drift = new BranchDrift({ ...services, memento: globalState, now: () => Date.now() });
  const editor = new EditorSurfaces(services);
  const statusBar = new GoalStatusBar(
    ...([context, store, settings, textOptions] as const),
    (repository) => commitBoxes.of(repository),
    () => drift.current,
    () => editor.trail,
  );
  own(drift, editor, statusBar, ...follow(services));
  for (const changed of [commitBoxes.onDidChange, drift.onDidChange, editor.onDidChangeTrail])
    own(changed(() => statusBar.update()));

  const panels = registerPanels(extensionUri, services, drift, own);
  const report = registerReport(extensionUri, { ...services, memento: workspaceState }, own);
  own(
    new GoalsView({ ...services, memento: workspaceState }),
    tellWalkthrough(context, store, (repository) => commitBoxes.of(repository)),
    ...registerCommands(services),
    ...registerEditorCommands({
      ...services,
      drift,
      trails: () => editor.trails(),
      ready: () => ready,
    }),
    ...registerCommitMessage(services),
    registerBeforePush(services),
    ...registerGoalsEditing(services, extensionUri),
    offerAgentTools(services),
    offerMcpServers({ extensionUri, version: versionOf(extension) }, settings),
  );

  const ready = start(services).catch((error: unknown) => log.error('Goal Lens did not start.', error));
  return extension.extensionMode === ExtensionMode.Test
    ? { services, drift, editor, ready, panels, report }
    : undefined;
}

/** What is served has changed: commit boxes and hooks follow. */
function follow({ commitBoxes, context, hookState, repositories }: Services): Disposable[] {
  const updateHooks = (): void => void hookState.update(repositories.all);
  return [
    context.onDidChange(({ isReady }) => {
      if (isReady) {
        commitBoxes.update();
        updateHooks();
      }
    }),
    commitBoxes.onDidChange(updateHooks),
  ];
}

/** Reads everything once, after activation. */
async function start({
  connections,
  context,
  goalsFiles,
  log,
  pathMaps,
  repositories,
}: Services): Promise<void> {
  // Where git is active already, its first process would otherwise start before activation is over.
  await new Promise(setImmediate);
  await repositories.start().catch((error: unknown) => log.error('The git extension cannot be used.', error));
  await Promise.all([goalsFiles.files.start(), pathMaps.files.start(), connections.start()]);
  context.start();
}

function versionOf({ extension }: ExtensionContext): string {
  return (extension.packageJSON as { version: string }).version;
}
