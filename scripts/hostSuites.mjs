// @ts-check
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './install.mjs';
import { makeSample } from './sample/makeSample.mjs';
import { makeEmptyFolder, makeSeveralRoots, makeTrackedRoots } from './hostWorkspaces.mjs';

/**
 * @typedef {({ folder: string } | { workspace: string }) & { env?: Record<string, string> }} HostWorkspace What a suite
 *   opens, and what its VS Code finds in the environment.
 */

/**
 * @typedef {object} HostSuite A folder of tests in test/host and the workspace that they run in.
 * @property {string} name
 * @property {(dir: string) => Promise<HostWorkspace>} makeWorkspace
 * @property {readonly string[]} [standIns] Folders in scripts/standIns of extensions that stand in for others.
 * @property {boolean} [restricted] In Restricted Mode.
 */

/** @type {readonly HostSuite[]} */
export const hostSuites = [
  { name: 'shop', makeWorkspace: makeShop, standIns: ['githubPullRequests'] },
  { name: 'empty', makeWorkspace: makeEmptyFolder },
  { name: 'files', makeWorkspace: makeEmptyFolder },
  { name: 'roots', makeWorkspace: makeSeveralRoots },
  { name: 'trackers', makeWorkspace: makeTrackedRoots },
  { name: 'restricted', makeWorkspace: makeShop, restricted: true },
];

/** The full paths of a suite's stand-ins. @param {HostSuite} suite */
export function standInsOf({ standIns = [] }) {
  return standIns.map((name) => join(projectRoot, 'scripts/standIns', name));
}

/**
 * Creates the workspace of a suite, passes it to `use`, and removes it.
 * @template T
 * @param {HostSuite} suite
 * @param {(workspace: HostWorkspace) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withWorkspace(suite, use) {
  const dir = await mkdtemp(join(tmpdir(), `goal-lens-${suite.name}-`));
  try {
    return await use(await suite.makeWorkspace(dir));
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} dir */
async function makeShop(dir) {
  const folder = join(dir, 'corner-shop');
  await mkdir(folder);
  await makeSample(folder);
  return { folder };
}
