import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const day = 24 * 60 * 60_000;
/** How long leftovers of a crash, damaged files set aside and files of an older version are kept. */
const leftoverKeptForMs = day;
/** How long a file must have been known for old before it goes. */
const doubtedForMs = day;
/** What the name of the empty file ends with that tells since when one is known for old. */
const markSuffix = '.unused';

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

/**
 * Removes files that are no longer used from a folder. One of the current version is only marked at first, and goes
 * when it is still old a day later: a clock that is wrong for a while removes nothing. `now` in epoch milliseconds.
 */
export async function pruneFiles(folder: string, rule: PruneRule, now: number): Promise<void> {
  const names: readonly string[] = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(rule.prefix) || rule.inUse?.has(name)) continue;
    const path = join(folder, name);
    if (name.endsWith(rule.suffix)) await pruneKept(path, rule, now);
    else if (name.endsWith(markSuffix)) {
      const marked = name.slice(0, -markSuffix.length);
      if (!names.includes(marked) || rule.inUse?.has(marked)) await remove(path);
    } else if (now - ((await timeOf(path)) ?? now) > leftoverKeptForMs) await remove(path);
  }
}

async function pruneKept(path: string, { keptForDays }: PruneRule, now: number): Promise<void> {
  const mark = path + markSuffix;
  const markedAt = await timeOf(mark);
  if (now - ((await timeOf(path)) ?? now) <= keptForDays * day) {
    if (markedAt !== undefined) await remove(mark);
  } else if (markedAt === undefined || markedAt > now) await touch(mark, now);
  else if (now - markedAt > doubtedForMs) {
    await remove(path);
    await remove(mark);
  }
}

/** When a file was last written, in epoch milliseconds; undefined if it is not there. */
async function timeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.mtimeMs;
}

/** Another window may be faster, or hold the file: then it goes next time. */
async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

/** Without its mark, a file is marked next time. */
async function touch(path: string, now: number): Promise<void> {
  try {
    await writeFile(path, '', { mode: 0o600 });
    await utimes(path, now / 1000, now / 1000);
  } catch {
    // A disk that cannot be written to keeps what it has.
  }
}
