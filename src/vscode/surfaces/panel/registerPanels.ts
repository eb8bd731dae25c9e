import { commands as vscodeCommands, window, type Uri } from 'vscode';
import type { Disposable } from '../../../core/event';
import { lazy } from '../../../core/lazy';
import type { BranchDrift } from '../../context/branchDrift';
import { commands, previewGoalCommand, readGoalCommand, views } from '../../ids';
import type { GoalPanels } from './goalPanels';
import type { PanelNeeds } from './openPanels';

/**
 * Registers the panel and the commands that lead to it. It brings its protocol and schemas along, so that it is loaded
 * when it is first shown.
 */
export function registerPanels(
  extensionUri: Uri,
  services: PanelNeeds,
  drift: BranchDrift,
  own: (...items: Disposable[]) => void,
): () => Promise<GoalPanels> {
  let opened: GoalPanels | undefined;
  const panels = lazy<GoalPanels>(async () => {
    const { openPanels } = await import('./openPanels');
    opened = openPanels(extensionUri, services, drift, own);
    return opened;
  });
  own(
    vscodeCommands.registerCommand(commands.openPanelToSide, async () => (await panels()).openToSide()),
    vscodeCommands.registerCommand(readGoalCommand, async (key: unknown) => {
      if (typeof key === 'string') await (await panels()).read(key);
    }),
    vscodeCommands.registerCommand(previewGoalCommand, (key: unknown) =>
      opened?.preview(typeof key === 'string' ? key : undefined),
    ),
    window.registerWebviewViewProvider(views.panel, {
      resolveWebviewView: async (view) => (await panels()).attachView(view),
    }),
    window.registerWebviewPanelSerializer(views.panelToSide, {
      deserializeWebviewPanel: async (panel) => (await panels()).attachPanel(panel),
    }),
  );
  return panels;
}
