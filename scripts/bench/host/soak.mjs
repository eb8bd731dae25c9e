// @ts-check
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { commands, ConfigurationTarget, extensions, ViewColumn, window, workspace } from 'vscode';
import { benchInput, fileUri, gitIsReady, writeResult } from './support/environment.mjs';
import { GoalPanel } from './support/goalPanel.mjs';
import { resources } from './support/resources.mjs';
import { until } from './support/until.mjs';

/** @typedef {import('../../../src/extension').GoalLensApi} GoalLensApi */
/** @typedef {{ switches: number, branches: number, syncs: number }} Work */
/** @typedef {{ seconds: number } & Work & import('./support/resources.mjs').Resources} Sample */

/**
 * @typedef {object} Place Where the work is done.
 * @property {import('../../../src/vscode/sources/git/gitExtension').GitRepository} repository
 * @property {(path: string) => Promise<void>} shows Resolves when an opened file is seen by all.
 * @property {() => string | undefined} branch
 * @property {() => Promise<void>} [sync]
 */

const samples = 30;
const filesPerBranch = 20;
const filesPerSync = 7;

/**
 * Called by VS Code inside the extension host: works as a person does for the given time, and records what the host
 * holds.
 */
export async function run() {
  const { seconds, files, branches, isControl } =
    /** @type {{ seconds: number, files: string[], branches: string[], isControl: boolean }} */ (
      /** @type {unknown} */ (benchInput())
    );
  await gitIsReady();
  const place = isControl ? withoutUs() : await withUs();
  /** @type {Work} */
  const work = { switches: 0, branches: 0, syncs: 0 };
  /** @type {Sample[]} */
  const series = [];
  const start = performance.now();
  const passed = () => (performance.now() - start) / 1000;
  const visit = async () => {
    const path = files[work.switches % files.length] ?? '';
    await window.showTextDocument(fileUri(path), { viewColumn: ViewColumn.One, preview: true });
    await place.shows(path);
    work.switches += 1;
  };
  const switchBranch = async () => {
    work.branches += 1;
    const name = branches[work.branches % branches.length] ?? '';
    const { repository } = place;
    await promisify(execFile)('git', ['checkout', '--quiet', name], { cwd: repository.rootUri.fsPath });
    // VS Code's git itself looks only while the window has the focus.
    await repository.status();
    await until(`the branch is ${name}`, () => place.branch() === name);
  };
  while (passed() < seconds) {
    await visit();
    if (work.switches % filesPerBranch === 0) await switchBranch();
    if (work.switches % filesPerSync === 0 && place.sync) {
      await place.sync();
      work.syncs += 1;
    }
    if (passed() >= (series.length * seconds) / samples) {
      series.push({ seconds: Math.round(passed()), ...work, ...resources() });
      // The parent process waits for a sign of life.
      console.log(`${Math.round(passed())} s`);
    }
  }
  await writeResult(series);
}

/**
 * With a connected tracker and the panel.
 * @returns {Promise<Place>}
 */
async function withUs() {
  const { url, token } = /** @type {{ url: string, token: string }} */ (
    /** @type {unknown} */ (benchInput())
  );
  /** @type {import('vscode').Extension<GoalLensApi> | undefined} */
  const extension = extensions.getExtension('goal-lens.goal-lens');
  if (!extension) throw new Error('The extension is not there.');
  const { parts, ready } = await (await extension.activate()).running;
  await ready;
  const { connections, context, tokens } = parts;
  // The address is an origin alone, which is what its token is stored under.
  await tokens.set(/** @type {import('../../../src/core/tracker/signInPlace').SignInPlace} */ (url), token);
  await workspace
    .getConfiguration('goalLens')
    .update('trackers', [{ kind: 'rest', url }], ConfigurationTarget.Global);
  await until('the tracker is read', () => connections.all.some(({ state }) => state.asOf !== undefined));
  await new GoalPanel(parts).open();
  const [repository] = parts.repositories.all;
  if (!repository) throw new Error('There is no repository.');
  return {
    repository,
    shows: (path) =>
      until(
        `the context follows to ${path}`,
        () => context.current.file?.uri.path.endsWith(`/${path}`) ?? false,
      ),
    branch: () => context.current.branch?.name,
    sync: async () => void (await commands.executeCommand('goalLens.refresh')),
  };
}

/**
 * With VS Code's own git alone.
 * @returns {Place}
 */
function withoutUs() {
  const [repository] = extensions.getExtension('vscode.git')?.exports.getAPI(1).repositories ?? [];
  return {
    repository,
    shows: (path) =>
      until(
        `the editor shows ${path}`,
        () => window.activeTextEditor?.document.uri.path.endsWith(`/${path}`) ?? false,
      ),
    branch: () => repository.state.HEAD?.name,
  };
}
