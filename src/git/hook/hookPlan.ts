import * as l10n from '@vscode/l10n';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Git } from '../run/git';
import { hookStepsFor, type HookSteps } from './hookEdits';
import { isThere, readHookFiles, type HookFile } from './hookFile';
import { findHookManager, type HookTool } from './hookManager';
import { findHookPlaces } from './hookPlaces';

/** What setting up the commit hook would do. */
export type HookPlan =
  /** There are no hooks yet: our files are written where git looks for them. */
  | { readonly kind: 'install'; readonly files: readonly HookFile[] }
  /** Like `install`, but a hook is already there: it is kept as `keptAs` and runs first. */
  | { readonly kind: 'chain'; readonly files: readonly HookFile[] }
  /** A tool runs the hooks: a person adds the lines; we write only `files`, in our own folder below .git. */
  | ({ readonly kind: 'manual'; readonly tool: HookTool; readonly files: readonly HookFile[] } & HookSteps)
  /** Our hook is there; if it is not current, `installHook` updates it. */
  | {
      readonly kind: 'installed';
      readonly isCurrent: boolean;
      /** The tool that runs it; undefined if git does. */
      readonly tool: HookTool | undefined;
      readonly files: readonly HookFile[];
    }
  /** The hook cannot be set up; the message gives the reason and the next step in one sentence. */
  | { readonly kind: 'impossible'; readonly message: string };

/** Says what setting up the commit hook in a folder's repository would do, without changing anything. */
export async function planHook(git: Git, root: string): Promise<HookPlan> {
  const places = await findHookPlaces(git, root);
  if (typeof places === 'string') return impossible(places);
  if (places.isOff) {
    return impossible(
      l10n.t(
        'Hooks are switched off here: core.hooksPath leads nowhere. Run “git config --show-origin core.hooksPath” to see where it is set, take it out, then try again.',
      ),
    );
  }
  const manager = await findHookManager(places);
  if (!manager) return planInFolder(places.hooksDir);

  const folder = join(places.commonDir, 'goal-lens');
  const obstacle = await obstacleTo(folder);
  if (obstacle !== undefined) return impossible(obstacle);
  const files = await readHookFiles(folder);
  const steps = await hookStepsFor(manager, places.root);
  if (!steps.edits.every(({ isDone }) => isDone)) {
    return { kind: 'manual', tool: manager.tool, files, ...steps };
  }
  const isCurrent = files.every(({ state }) => state === 'current');
  return { kind: 'installed', isCurrent, tool: manager.tool, files };
}

async function planInFolder(folder: string): Promise<HookPlan> {
  const obstacle = await obstacleTo(folder);
  if (obstacle !== undefined) return impossible(obstacle);
  const files = await readHookFiles(folder);
  const edited = files.find(({ state }) => state === 'edited');
  if (edited) {
    return impossible(
      `${edited.path} is the Goal Lens hook, changed by hand. Move your changes elsewhere, delete it and try again.`,
    );
  }
  for (const { path, keptAs, state } of files) {
    if (state !== 'foreign') continue;
    if (await stat(path).then(isFolder, () => false)) {
      return impossible(`${path} is a folder where git expects a file. Move it away, then try again.`);
    }
    if (await isThere(keptAs)) {
      const name = basename(keptAs);
      return impossible(
        `An older ${name} is in ${folder}, and nothing is overwritten. Move it away, then try again.`,
      );
    }
  }
  if (files.some(({ state }) => state === 'foreign')) return { kind: 'chain', files };
  if (files.every(({ state }) => state === 'absent')) {
    // Kept by an earlier set-up whose files are gone: it runs again.
    const kept = await Promise.all(files.map(({ keptAs }) => isThere(keptAs)));
    return { kind: kept.includes(true) ? 'chain' : 'install', files };
  }
  const isCurrent = files.every(({ state }) => state === 'current');
  return { kind: 'installed', isCurrent, tool: undefined, files };
}

/** Why nothing can be written to a folder, which may not exist yet. */
async function obstacleTo(folder: string): Promise<string | undefined> {
  let nearest = folder;
  while (!(await isThere(nearest)) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  if (!(await stat(nearest).then(isFolder, () => false))) {
    return `${nearest} is not a folder, so no hook can be put there. Move it away, then try again.`;
  }
  return access(nearest, constants.W_OK | constants.X_OK).then(
    () => undefined,
    () => `You may not write in ${nearest}. Ask its owner, or change its permissions, then try again.`,
  );
}

function isFolder(stats: { isDirectory(): boolean }): boolean {
  return stats.isDirectory();
}

function impossible(message: string): HookPlan {
  return { kind: 'impossible', message };
}
