// @ts-check
import { ViewColumn, window } from 'vscode';
import { fileUri } from './environment.mjs';
import { withLimit } from './withLimit.mjs';

/** @typedef {import('vscode').Uri} Uri */
/**
 * @typedef {object} Shown What a panel promises when the editor has changed.
 * @property {Promise<void>} painted It shows the file.
 * @property {Promise<void>} [complete] It shows all that there is to the file.
 */

/** Opens files in the first column, and measures what follows from VS Code's event on. */
export function switchTo() {
  /** @type {((uri: Uri) => void) | undefined} */
  let onEditor;
  const listener = window.onDidChangeActiveTextEditor((editor) => {
    if (editor) onEditor?.(editor.document.uri);
  });

  /** @param {string} path */
  const open = (path) =>
    window.showTextDocument(fileUri(path), { viewColumn: ViewColumn.One, preview: false });

  /**
   * @param {string} path
   * @param {(uri: Uri) => Shown} show
   */
  const measure = async (path, show) => {
    /** @type {Promise<{ painted: number, complete: number | undefined }>} */
    const measured = new Promise((resolve, reject) => {
      onEditor = (uri) => {
        if (!uri.path.endsWith(`/${path}`)) return;
        onEditor = undefined;
        const start = performance.now();
        const { painted, complete } = show(uri);
        const since = () => performance.now() - start;
        Promise.all([painted.then(since), complete?.then(since)]).then(
          ([first, last]) => resolve({ painted: first, complete: last }),
          reject,
        );
      };
    });
    const [figures] = await Promise.all([withLimit(measured, `${path} is painted`), open(path)]);
    return figures;
  };

  return { open, measure, dispose: () => listener.dispose() };
}
