import { window, type Uri } from 'vscode';
import type { Disposable } from '../../../core/event';
import { lazy } from '../../../core/lazy';
import { views } from '../../ids';
import type { ReportPages } from './reportPages';
import type { ReportSources } from './reportSources';

/** Registers the report, which loads when it is first opened; the counting runs in a worker thread. */
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
