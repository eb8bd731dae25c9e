import { commands as vscodeCommands, window, type Uri } from 'vscode';
import type { Disposable } from '../../../core/event';
import { lazy } from '../../../core/lazy';
import { commands, views } from '../../ids';
import type { ReportPages } from './reportPages';
import type { ReportSources } from './reportSources';

/** Registers the report, which is loaded when it is first opened; what counts runs in a thread of its own. */
export function registerReport(
  extensionUri: Uri,
  sources: ReportSources,
  own: (...items: Disposable[]) => void,
): () => Promise<ReportPages> {
  const report = lazy<ReportPages>(async () =>
    (await import('./openReport')).openReport(extensionUri, sources, own),
  );
  own(
    vscodeCommands.registerCommand(commands.openReport, async () => (await report()).show()),
    window.registerWebviewPanelSerializer(views.report, {
      deserializeWebviewPanel: async (panel) => (await report()).attach(panel),
    }),
  );
  return report;
}
