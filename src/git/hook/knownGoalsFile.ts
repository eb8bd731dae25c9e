import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { knownGoalLines, type KnownGoalsSource } from '../../core/links/knownGoals';
import { replaceFile } from '../../files/replaceFile';

/** How many lines are made before others get a turn. */
const linesAtOnce = 500;

/**
 * Writes what the hook is told of goals beside a repository's links file, where it is another than the last time.
 *
 * @param before what the last writing gave back
 * @returns what stands for the content
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

/** Takes away what the hook was told of goals. @throws the file system's errors */
export async function forgetKnownGoals(linksPath: string): Promise<void> {
  await rm(knownGoalsPath(linksPath), { force: true });
}

/** Where the hook looks for what it is told of goals. */
function knownGoalsPath(linksPath: string): string {
  return join(dirname(linksPath), 'known');
}
