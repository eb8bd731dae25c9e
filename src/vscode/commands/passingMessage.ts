import { window } from 'vscode';
import { labelText } from './quickPick';

const shownMs = 5000;

/** Says in the status bar, for five seconds, what came of a command; what others wrote draws no icon there. */
export function showInPassing(text: string, icon: 'check' | 'tag' = 'check'): void {
  window.setStatusBarMessage(`$(${icon}) ${labelText(text)}`, shownMs);
}
