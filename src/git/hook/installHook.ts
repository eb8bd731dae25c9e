import { realpath, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GoalLensError } from '../../core/errors';
import { replaceFile } from '../../files/replaceFile';
import type { Git } from '../run/git';
import { hookStepsFor, type HookEdit } from './hookEdits';
import { isThere, readHookFiles, type HookFile } from './hookFile';
import { findHookManager } from './hookManager';
import type { HookPlan } from './hookPlan';
import { findHookPlaces } from './hookPlaces';

/** What removing the hook did, and what it leaves to the person. */
export interface HookRemoval {
  /** Our files that were removed. */
  readonly removed: readonly string[];
  /** The person's files that still call our hook, which no longer does anything. */
  readonly leftToPerson: readonly HookEdit[];
}

/**
 * Carries out a plan. For a `manual` one, it writes only our files below .git; the person adds the lines.
 *
 * @throws {GoalLensError} if the plan is `impossible` or a file has changed since it was made
 * @throws {Error} of Node.js where a file cannot be written; what was there is then as it was
 */
export async function installHook(plan: HookPlan): Promise<void> {
  if (plan.kind === 'impossible') throw new GoalLensError(plan.message);
  const isOwnFolder = plan.kind === 'manual' || (plan.kind === 'installed' && plan.tool !== undefined);
  const keepsOther = ({ state }: HookFile): boolean => state === 'foreign' && !isOwnFolder;
  // All of them first, so that no half of it is installed.
  for (const file of plan.files) {
    await requireUnchanged(file);
    if (keepsOther(file)) await requireFree(file.keptAs);
  }
  for (const file of plan.files) {
    if (file.state === 'current') continue;
    await writeHook(file, keepsOther(file));
  }
}

/**
 * Removes the hook and restores the one that was there before it, including its mode.
 *
 * @throws {GoalLensError} if there is no repository, or our hook was changed by hand
 * @throws {Error} of Node.js if a file cannot be moved or deleted
 */
export async function removeHook(git: Git, root: string): Promise<HookRemoval> {
  const places = await findHookPlaces(git, root);
  if (typeof places === 'string') throw new GoalLensError(places);
  const ownFolder = join(places.commonDir, 'goal-lens');
  // A folder that is reached in two ways is looked at once: a restored hook must not be taken for ours.
  const ways = [places.hooksDir, join(places.commonDir, 'hooks'), ownFolder];
  const folders = new Set(await Promise.all(ways.map((way) => realpath(way).catch(() => way))));
  const files = (await Promise.all([...folders].map(readHookFiles))).flat();
  const edited = files.find(({ state }) => state === 'edited');
  if (edited) {
    throw new GoalLensError(
      `${edited.path} was changed by hand. Move your changes elsewhere, delete it and try again.`,
    );
  }
  const ours = files.filter(({ state }) => state === 'current' || state === 'outdated');
  for (const file of ours) {
    const { path, keptAs } = file;
    await requireUnchanged(file);
    if (await isThere(keptAs)) await rename(keptAs, path);
    else await unlink(path);
  }
  const manager = await findHookManager(places);
  const edits = manager ? (await hookStepsFor(manager, places.root)).edits : [];
  return { removed: ours.map(({ path }) => path), leftToPerson: edits.filter(({ isDone }) => isDone) };
}

async function requireUnchanged({ path, state }: HookFile): Promise<void> {
  const now = (await readHookFiles(dirname(path))).find((file) => file.path === path);
  if (now?.state !== state) throw changedMeanwhile(path);
}

/** A hook that somebody has kept there since would be lost. */
async function requireFree(keptAs: string): Promise<void> {
  if (await isThere(keptAs)) throw changedMeanwhile(keptAs);
}

function changedMeanwhile(path: string): GoalLensError {
  return new GoalLensError(`${path} has changed in the meantime. Try again to see what would be done now.`);
}

async function writeHook({ path, content, keptAs }: HookFile, keepsOther: boolean): Promise<void> {
  const beforeMove = async (): Promise<boolean> => {
    if (keepsOther) {
      await requireFree(keptAs);
      await rename(path, keptAs);
    }
    return true;
  };
  try {
    await replaceFile(path, content, { mode: 0o755, beforeMove });
  } catch (error) {
    if (keepsOther && !(await isThere(path))) await rename(keptAs, path);
    throw error;
  }
}
