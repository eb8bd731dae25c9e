import { commands } from 'vscode';
import type { GitRepository } from '../../sources/git/gitExtension';

/** How long VS Code may take to report which repository has the focus, in milliseconds. */
const patienceMs = 500;

/**
 * Focuses a repository's commit box. VS Code can only move to "the next box", so this moves on until VS Code reports
 * this repository as selected.
 *
 * @param count the number of open repositories
 */
export async function focusBox({ ui }: GitRepository, count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) {
    await commands.executeCommand('workbench.scm.action.focusNextInput');
    if (count === 1 || ui.selected || (await isChosen(ui))) return;
  }
}

function isChosen(ui: GitRepository['ui']): Promise<boolean> {
  return new Promise((resolve) => {
    const watch = ui.onDidChange(() => settle());
    const timer = setTimeout(() => settle(), patienceMs);
    const settle = (): void => {
      clearTimeout(timer);
      watch.dispose();
      resolve(ui.selected);
    };
  });
}
