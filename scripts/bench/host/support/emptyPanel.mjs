// @ts-check
import { ViewColumn, window } from 'vscode';
import { withLimit } from './withLimit.mjs';

const html = `<!doctype html><html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'">
</head><body><p></p><script>
const vscode = acquireVsCodeApi();
window.addEventListener('message', ({ data }) => {
  document.querySelector('p').textContent = data.path;
  requestAnimationFrame(() => requestAnimationFrame(() => vscode.postMessage(data)));
});
vscode.postMessage({ path: '' });
</script></body></html>`;

/** A webview beside the editor that shows only the file's name, to measure what the workbench itself needs. */
export class EmptyPanel {
  /** @type {import('vscode').WebviewPanel | undefined} */
  panel;

  /** Opens it beside the editor and waits until its script runs. */
  async open() {
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.panel = window.createWebviewPanel('bench.empty', 'Empty', place, { enableScripts: true });
    const isThere = this.acknowledged('');
    this.panel.webview.html = html;
    await withLimit(isThere, 'the empty webview is there');
  }

  /**
   * Sends the file's name and waits until it is painted.
   * @param {import('vscode').Uri} uri
   * @returns {import('./switchTo.mjs').Shown}
   */
  shows({ path }) {
    const painted = this.acknowledged(path);
    void this.panel?.webview.postMessage({ path });
    return { painted };
  }

  /**
   * @param {string} path
   * @returns {Promise<void>}
   */
  acknowledged(path) {
    return new Promise((resolve) => {
      const listener = this.panel?.webview.onDidReceiveMessage((message) => {
        if (message.path !== path) return;
        listener?.dispose();
        resolve();
      });
    });
  }
}
