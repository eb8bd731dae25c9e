import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GoalCache } from '../../../../src/trackers/sync/goalCache';
import { emptySnapshot } from '../../../../src/trackers/sync/snapshot';
import { connection } from '../support/connect';

/** What an unreadable cache file comes to. */
export interface UnreadableCache {
  readonly isEmpty: boolean;
  readonly lines: readonly string[];
  readonly names: readonly string[];
  /** The mark that was saved over it and read back. */
  readonly mark: number;
}

/** The entry whose cache is tried. */
export const unreadableEntry = { kind: 'redmine', url: 'https://tracker.example', follow: ['shop'] };

/** Loads a cache whose file may not be read, then saves to it; called in a process that permissions bind. */
export async function tryUnreadableCache(home: string): Promise<UnreadableCache> {
  const folder = join(home, 'inner');
  const lines: string[] = [];
  const open = (): GoalCache =>
    new GoalCache(folder, connection(unreadableEntry), (line) => void lines.push(line));
  const isEmpty = (await open().load()) === emptySnapshot;
  const names = await readdir(folder);
  await open().save({ ...emptySnapshot, mark: 7 });
  return { isEmpty, lines, names, mark: (await open().load()).mark ?? 0 };
}
