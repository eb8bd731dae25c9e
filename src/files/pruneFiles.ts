import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const day = 24 * 60 * 60_000;
/** How long leftovers of a crash, damaged files set aside and files of an older version are kept. */
const leftoverKeptForMs = day;

/** Which files of a folder are ours, and how long one that nobody writes is kept. */
export interface PruneRule {
  /** What all their names begin with, including leftovers. */
  readonly prefix: string;
  /** What the names of complete files of the current version end with. */
  readonly suffix: string;
  readonly keptForDays: number;
  /** The names of the files in use: they stay, however old a clock makes them. */
  readonly inUse?: ReadonlySet<string>;
}

/** Removes files that are no longer used from a folder. `now` in epoch milliseconds. */
export async function pruneFiles(folder: string, rule: PruneRule, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(rule.prefix) && !rule.inUse?.has(each))) {
    const path = join(folder, name);
    const age = now - ((await stat(path).catch(() => undefined))?.mtimeMs ?? now);
    const limit = name.endsWith(rule.suffix) ? rule.keptForDays * day : leftoverKeptForMs;
    // Another window may be faster, or hold the file: then it goes next time.
    if (age > limit) await rm(path, { force: true }).catch(() => undefined);
  }
}
