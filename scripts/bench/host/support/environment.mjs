// @ts-check
import { writeFile } from 'node:fs/promises';
import { extensions, Uri, workspace } from 'vscode';
import { until } from './until.mjs';

/**
 * The input that the bench passed to this module.
 * @returns {Record<string, unknown>}
 */
export function benchInput() {
  return JSON.parse(process.env['GOAL_LENS_BENCH'] ?? '{}');
}

/**
 * Passes the figures to the bench.
 * @param {object} measured
 */
export async function writeResult(measured) {
  await writeFile(String(benchInput()['output']), JSON.stringify(measured));
}

/**
 * The URI of a file in the open folder.
 * @param {string} path
 */
export function fileUri(path) {
  const root = workspace.workspaceFolders?.[0]?.uri;
  if (!root) throw new Error('No folder is open.');
  return Uri.joinPath(root, path);
}

/** Waits until VS Code's own git extension has found the repository and is idle. */
export async function gitIsReady() {
  const git = extensions.getExtension('vscode.git');
  if (!git) throw new Error('The git extension is not there.');
  const extension = await git.activate();
  const api = extension.getAPI(1);
  await until('git knows the branch', () => api.repositories[0]?.state.HEAD?.commit !== undefined);
  // The parent process waits for a sign of life.
  console.log('The extension host is ready.');
}
