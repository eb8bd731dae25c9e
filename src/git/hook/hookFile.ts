import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { regularText } from '../../files/regularText';
import { hookScript, hookVersion, readHookMark } from './hookScript';

/**
 * The hooks that our text is installed as. The first adds the trailer, unless the message is still to be typed in an
 * editor: then the second does, so that closing the editor without a message still calls the commit off.
 */
export const hookNames = ['prepare-commit-msg', 'commit-msg'] as const;

/** One file of the set-up. */
export interface HookFile {
  readonly path: string;
  /** What the file should contain. */
  readonly content: string;
  /** What is there now; `edited` is our hook, changed by hand. */
  readonly state: 'absent' | 'current' | 'outdated' | 'edited' | 'foreign';
  /** Where a hook that was here first is or will be kept; ours runs it first and honours its exit code. */
  readonly keptAs: string;
}

/** Reads the state of the hooks in a folder. */
export async function readHookFiles(folder: string): Promise<HookFile[]> {
  return Promise.all(
    hookNames.map(async (name) => {
      const path = join(folder, name);
      return { path, content: hookScript, state: await stateOf(path), keptAs: `${path}.before-goal-lens` };
    }),
  );
}

/** Whether anything exists at a path, even a dangling symbolic link. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function stateOf(path: string): Promise<HookFile['state']> {
  const text = await regularText(path);
  if (text === undefined) return (await isThere(path)) ? 'foreign' : 'absent';
  const mark = readHookMark(text);
  if (!mark) return 'foreign';
  if (!mark.isIntact) return 'edited';
  return mark.version === hookVersion && text === hookScript ? 'current' : 'outdated';
}
