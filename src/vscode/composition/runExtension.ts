import * as webviewL10n from '@vscode/l10n';
import { l10n, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { Disposable } from '../../core/event';
import { commandHandlers, type CommandSources } from './commandHandlers';
import { BranchDrift } from '../context/branchDrift';
import { guarded } from '../guarded';
import type { RegisteredCommandId } from '../ids';
import type { Services } from '../services';
import { offerMcpServers } from '../surfaces/agents/mcpServers';
import { registerCommitMessage } from '../surfaces/commitMessage/registerCommitMessage';
import { EditorSurfaces } from '../surfaces/editor/editorSurfaces';
import { registerGoalsEditing } from '../surfaces/goalsEditing/registerGoalsEditing';
import { registerPanels } from '../surfaces/panel/registerPanels';
import { registerBeforePush } from '../surfaces/pullRequest/registerBeforePush';
import { registerReport } from '../surfaces/report/registerReport';
import { GoalStatusBar } from '../surfaces/status/goalStatusBar';
import { GoalsView } from '../surfaces/tree/goalsView';
import { tellWalkthrough } from '../surfaces/walkthroughFacts';
import { buildServices } from './buildServices';

/** The running extension. */
export interface RunningExtension {
  readonly parts: CommandSources;
  /** Resolves when everything has been read once. */
  readonly ready: Promise<void>;
  /** Runs one of our commands; an error becomes a message. */
  readonly run: (id: RegisteredCommandId, values: readonly unknown[]) => Promise<void>;
}

/** Builds and wires the whole extension without any I/O, and then starts reading. */
export function runExtension(extension: ExtensionContext, log: LogOutputChannel): RunningExtension {
  if (l10n.bundle) webviewL10n.config({ contents: l10n.bundle });
  const { extensionUri, globalState, workspaceState } = extension;
  const own = (...items: readonly Disposable[]): void => void extension.subscriptions.push(...items);

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

  const parts = {
    ...services,
    drift,
    editor,
    goalsView: new GoalsView({ ...services, memento: workspaceState }),
    panels: registerPanels(extensionUri, services, drift, own),
    report: registerReport(extensionUri, { ...services, memento: workspaceState }, own),
  };
  const ready = start(services).catch((error: unknown) => log.error('Goal Lens did not start.', error));
  own(
    parts.goalsView,
    tellWalkthrough(context, store, (repository) => commitBoxes.of(repository)),
    window.registerUriHandler({
      handleUri: (uri) =>
        guarded(services, 'openGoalAddress', async () => {
          const { openGoalAddress } = await import('../commands/openGoalAddress');
          await openGoalAddress({ ...services, ready: () => ready }, uri);
        }),
    }),
    ...registerCommitMessage(services),
    registerBeforePush(services),
    ...registerGoalsEditing(services, extensionUri),
    offerMcpServers({ extensionUri, version: versionOf(extension) }, settings),
  );
  return {
    parts,
    ready,
    run: (id, values) => guarded(services, id, () => commandHandlers[id](parts, ...values)),
  };
}

/** Keeps commit boxes and hooks up to date when what is served changes. */
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

/** Reads everything once. */
async function start({
  connections,
  context,
  goalsFiles,
  log,
  pathMaps,
  repositories,
}: Services): Promise<void> {
  await repositories.start().catch((error: unknown) => log.error('The git extension cannot be used.', error));
  await Promise.all([goalsFiles.files.start(), pathMaps.files.start(), connections.start()]);
  context.start();
}

function versionOf({ extension }: ExtensionContext): string {
  return (extension.packageJSON as { version: string }).version;
}
