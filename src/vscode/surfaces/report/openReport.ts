import { Uri } from 'vscode';
import type { Disposable } from '../../../core/event';
import { ReportPages } from './reportPages';
import { filtersKey, reportConnection } from './reportPort';
import type { ReportSources } from './reportSources';

/** How long changes must settle before the page counts again, in milliseconds: they arrive in groups. */
const settleMs = 1500;

/** Builds the report's page and keeps it current; `own` takes what must be disposed. */
export function openReport(
  extensionUri: Uri,
  sources: ReportSources,
  own: (...items: Disposable[]) => void,
): ReportPages {
  const threadPath = Uri.joinPath(extensionUri, 'dist', 'reportThread.js').fsPath;
  const pages = new ReportPages(
    extensionUri,
    (page) => reportConnection(sources, threadPath, page),
    () => sources.memento.get(filtersKey),
  );
  let timer: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => pages.update(), settleMs);
  };
  own(pages, { dispose: () => clearTimeout(timer) });
  for (const { onDidChange } of [sources.store, sources.repositories, sources.pathMaps])
    own(onDidChange(later));
  return pages;
}
