import { commands, ExtensionMode, window, type ExtensionContext } from 'vscode';
import type { RunningExtension } from './vscode/composition/runExtension';
import { startOnce } from './vscode/composition/startOnce';
import { registeredCommands } from './vscode/ids';
import { offerAgentTools } from './vscode/surfaces/agents/agentTools';

/** What the extension's own tests may access. */
export interface GoalLensApi {
  readonly running: Promise<RunningExtension>;
}

/**
 * Registers what VS Code may call as soon as the extension is active. Everything else is loaded and built in a later
 * turn of the event loop, so that no other extension waits for it.
 */
export function activate(extension: ExtensionContext): GoalLensApi | undefined {
  const log = window.createOutputChannel('Goal Lens', { log: true });
  const running = startOnce(loadLater, ({ runExtension }) => runExtension(extension, log));
  const first = running();
  first.catch((error: unknown) => log.error('Goal Lens could not be loaded.', error));
  extension.subscriptions.push(
    log,
    ...registeredCommands.map((id) =>
      commands.registerCommand(id, async (...values: readonly unknown[]) =>
        (await running()).run(id, values),
      ),
    ),
    ...offerAgentTools(async () => (await running()).parts),
  );
  return extension.extensionMode === ExtensionMode.Test ? { running: first } : undefined;
}

async function loadLater() {
  await new Promise(setImmediate);
  return import('./vscode/composition/runExtension');
}
