import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const day = 24 * 60 * 60_000;
/** A tracker in use is written every half an hour, so that a file this old belongs to none that is connected. */
const keptForMs = 30 * day;
/** What a crash has left, or what was set aside as damaged. */
const leftoverKeptForMs = day;

/** Removes the kept goals of trackers that are not used any more. `now` in epoch milliseconds. */
export async function pruneCaches(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith('goals-'))) {
    const path = join(folder, name);
    const age = now - ((await stat(path).catch(() => undefined))?.mtimeMs ?? now);
    const limit = name.endsWith('.jsonl') ? keptForMs : leftoverKeptForMs;
    // Another window may be faster, or hold the file: then it goes the next time.
    if (age > limit) await rm(path, { force: true }).catch(() => undefined);
  }
}
