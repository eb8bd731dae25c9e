import { window, type Uri } from 'vscode';
import type { Disposable } from '../../../core/event';
import { lazy } from '../../../core/lazy';
import { views } from '../../ids';
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
    window.registerWebviewPanelSerializer(views.report, {
      deserializeWebviewPanel: async (panel) => (await report()).attach(panel),
    }),
  );
  return report;
}
