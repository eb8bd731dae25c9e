import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const day = 24 * 60 * 60_000;
/** What a crash has left, what was set aside as damaged, and what an older version wrote. */
const leftoverKeptForMs = day;

/** Which files of a folder are ours, and for how long one that nobody writes is kept. */
export interface PruneRule {
  /** What the names of all of them begin with, leftovers included. */
  readonly prefix: string;
  /** What the names of those end with that are whole and read today. */
  readonly suffix: string;
  readonly keptForDays: number;
  /** The names of those that are in use: they stay, however old a clock makes them. */
  readonly inUse?: ReadonlySet<string>;
}

/** Removes what is not used any more from a folder. `now` in epoch milliseconds. */
export async function pruneFiles(folder: string, rule: PruneRule, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(rule.prefix) && !rule.inUse?.has(each))) {
    const path = join(folder, name);
    const age = now - ((await stat(path).catch(() => undefined))?.mtimeMs ?? now);
    const limit = name.endsWith(rule.suffix) ? rule.keptForDays * day : leftoverKeptForMs;
    // Another window may be faster, or hold the file: then it goes the next time.
    if (age > limit) await rm(path, { force: true }).catch(() => undefined);
  }
}
