import { ProgressLocation, window } from 'vscode';
import type { Onlooker } from '../../../workspace/trackers/onlooker';

/** The person at this window: looks while it has the focus, and sees longer work in the status bar. */
export const windowOnlooker: Onlooker = {
  get isLooking() {
    return window.state.focused;
  },
  onDidChange: (listener) => window.onDidChangeWindowState(listener),
  watch: (title, run) =>
    window.withProgress({ location: ProgressLocation.Window, title }, (progress) =>
      run((message) => progress.report({ message })),
    ),
};
