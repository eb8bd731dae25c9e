import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { countedTwice, mergeFacts, type Fact } from '../core/report/facts';
import { readFacts } from '../presentation/report/factsSchema';
import { factsText } from '../presentation/report/factsText';
import type { MergeFormat } from './mergeFormat';
import { UsageError } from './usageError';

/** The most names to list; the rest are only counted. */
const maxNamed = 3;

/**
 * `goal-lens merge`: joins the facts of many repositories into one list. The result is a list of facts too, so parts
 * can be merged in any order and grouping.
 *
 * @throws {UsageError} if a file cannot be read, holds something else, or would count twice
 */
export async function mergeCommand(
  files: readonly string[],
  format: MergeFormat,
  cwd: string,
): Promise<string | Uint8Array> {
  const all = await Promise.all(files.map((file) => factsIn(file, cwd)));
  const twice = countedTwice(all);
  if (twice.length > 0) {
    const more = twice.length > maxNamed ? ` and ${twice.length - maxNamed} more` : '';
    throw new UsageError(
      `Some weeks would count twice: ${twice.slice(0, maxNamed).join('; ')}${more}. Merge reports of different repositories or weeks.`,
    );
  }
  const merged = mergeFacts(all);
  if (format === 'ndjson') return factsText(merged);
  const { factsParquet } = await import('../presentation/report/factsParquet');
  return factsParquet(merged);
}

async function factsIn(file: string, cwd: string): Promise<Fact[]> {
  let text: string;
  try {
    text = await readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`“${file}” cannot be read: ${reason}.`);
  }
  const facts = readFacts(text);
  if (typeof facts !== 'number') return facts;
  throw new UsageError(
    `Line ${facts} of “${file}” is no fact. Merge what “goal-lens report --format ndjson” has written.`,
  );
}
