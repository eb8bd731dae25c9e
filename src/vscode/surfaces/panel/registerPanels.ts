import { window, type Uri } from 'vscode';
import type { Disposable } from '../../../core/event';
import { lazy } from '../../../core/lazy';
import type { BranchDrift } from '../../context/branchDrift';
import { views } from '../../ids';
import type { GoalPanels } from './goalPanels';
import type { PanelNeeds } from './openPanels';

/** Access to the panel, for those who open it. */
export interface PanelDoor {
  /** Loads the panel if needed. */
  readonly open: () => Promise<GoalPanels>;
  /** The panel, if it was ever shown. */
  readonly opened: () => GoalPanels | undefined;
}

/** Registers the panel; it loads when first shown, because it brings its protocol and schemas along. */
export function registerPanels(
  extensionUri: Uri,
  services: PanelNeeds,
  drift: BranchDrift,
  own: (...items: Disposable[]) => void,
): PanelDoor {
  let opened: GoalPanels | undefined;
  const open = lazy<GoalPanels>(async () => {
    const { openPanels } = await import('./openPanels');
    opened = openPanels(extensionUri, services, drift, own);
    return opened;
  });
  own(
    window.registerWebviewViewProvider(views.panel, {
      resolveWebviewView: async (view) => (await open()).attachView(view),
    }),
    window.registerWebviewPanelSerializer(views.panelToSide, {
      deserializeWebviewPanel: async (panel) => (await open()).attachPanel(panel),
    }),
  );
  return { open, opened: () => opened };
}
