import { commands } from 'vscode';
import type { GitRepository } from '../../sources/git/gitExtension';

/** How long VS Code may take to say which repository has the focus. */
const patienceMs = 500;

/**
 * Puts the focus into a repository's commit box. VS Code knows only "the next box", so it is asked for the
 * next one until it says that this repository is the chosen one.
 *
 * @param count of the repositories that are open
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
