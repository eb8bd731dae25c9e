// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../install.mjs';
import { tourCommits } from './commits.mjs';
import { tourEditor } from './editor.mjs';
import { tourGoals } from './goals.mjs';
import { tourPanel } from './panel.mjs';
import { partNames } from './partNames.mjs';
import { tourTrackers } from './trackers.mjs';
import { tourWriting } from './writing.mjs';

/** @typedef {import('./partNames.mjs').PartName} PartName */

/**
 * The parts of the tour; each has a VS Code of its own.
 * @type {Readonly<Record<PartName, (dir: string) => void | Promise<void>>>}
 */
const parts = {
  panel: tourPanel,
  editor: tourEditor,
  goals: tourGoals,
  commits: tourCommits,
  writing: tourWriting,
  trackers: tourTrackers,
  pages: tourPages,
};

/**
 * Drives the extension as a person would and takes a screenshot of every surface.
 * @param {string} dir Where the pictures go.
 * @param {readonly PartName[]} [names] The parts to take.
 */
export async function takeTour(dir, names = partNames) {
  await mkdir(dir, { recursive: true });
  for (const name of names) await parts[name](dir);
}

/** Takes pictures of the pages in every state; their states are in TypeScript. @param {string} dir */
function tourPages(dir) {
  const script = join(projectRoot, 'test/pages/takePictures.ts');
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script, dir], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The pictures of the pages were not taken. Read the message above.');
}
