import { l10n, ProgressLocation, window } from 'vscode';
import type { HistoryIndex } from '../../git/history/historyIndex';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';

/** Updates the index of a repository's history, with progress; undefined if the person cancels. */
export async function readHistoryIndex(
  { histories, references }: Pick<Services, 'histories' | 'references'>,
  repository: GitRepository,
): Promise<HistoryIndex | undefined> {
  const rules = references.rulesOf(repository);
  const progress = {
    location: ProgressLocation.Notification,
    cancellable: true,
    title: l10n.t('Reading the history'),
  };
  return window.withProgress(progress, async (_, token) => {
    const abort = new AbortController();
    const stop = token.onCancellationRequested(() => abort.abort());
    try {
      return await histories.upToDate(repository.rootUri.fsPath, rules, abort.signal);
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    } finally {
      stop.dispose();
    }
  });
}
