import * as l10n from '@vscode/l10n';

/** The history of a goal, ready to show. */
export interface HistoryText {
  readonly commits: readonly { readonly sha: string; readonly subject: string; readonly when: string }[];
  readonly files: readonly { readonly path: string; readonly name: string; readonly commits: string }[];
}

/** A goal's latest commits and most touched files in words; `ago` says when a commit was made, from epoch seconds. */
export function historyText(
  commits: readonly { readonly sha: string; readonly subject: string; readonly time: number }[],
  files: readonly { readonly path: string; readonly commits: number }[],
  ago: (time: number) => string,
): HistoryText {
  return {
    commits: commits.map(({ sha, subject, time }) => ({ sha, subject, when: ago(time) })),
    files: files.map(({ path, commits: count }) => ({
      path,
      name: path.slice(path.lastIndexOf('/') + 1),
      commits: count === 1 ? l10n.t('1 commit') : l10n.t('{0} commits', count),
    })),
  };
}
