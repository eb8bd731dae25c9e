import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { knownGoalLines, type KnownGoalsSource } from '../../core/links/knownGoals';
import { replaceFile } from '../../files/replaceFile';

/** How many lines are made before other work gets a turn. */
const linesAtOnce = 500;

/**
 * Writes what the hook is told about goals beside a repository's links file, if it has changed since the last time.
 *
 * @param before what the last call returned
 * @returns a stamp of the content
 * @throws the file system's errors
 */
export async function writeKnownGoals(
  linksPath: string,
  source: KnownGoalsSource,
  before?: string,
): Promise<string> {
  const hash = createHash('sha256');
  const lines: string[] = [];
  for (const line of knownGoalLines(source)) {
    lines.push(`${line}\n`);
    hash.update(line);
    if (lines.length % linesAtOnce === 0) await nextTurn();
  }
  const now = hash.digest('hex');
  if (now !== before) await replaceFile(knownGoalsPath(linksPath), lines);
  return now;
}

/** Removes what the hook was told about goals. @throws the file system's errors */
export async function forgetKnownGoals(linksPath: string): Promise<void> {
  await rm(knownGoalsPath(linksPath), { force: true });
}

/** The file that tells the hook about goals. */
function knownGoalsPath(linksPath: string): string {
  return join(dirname(linksPath), 'known');
}
