import { window } from 'vscode';
import { labelText } from './quickPick';

const shownMs = 5000;

/** Shows the outcome of a command in the status bar for five seconds; foreign text cannot draw icons there. */
export function showInPassing(text: string, icon: 'check' | 'tag' = 'check'): void {
  window.setStatusBarMessage(`$(${icon}) ${labelText(text)}`, shownMs);
}
