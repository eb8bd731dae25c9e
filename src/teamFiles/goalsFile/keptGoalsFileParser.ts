import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { pruneFiles } from '../../files/pruneFiles';
import { regularText } from '../../files/regularText';
import { replaceFile } from '../../files/replaceFile';
import type { GoalsFileParser, GoalsFileResult } from './goalsFileParser';

/** Where results are kept, and what else they depend on. */
export interface KeptResults {
  /** A folder of the person's own: what is found there is believed. */
  readonly folder: string;
  /** The version of the program: another one may read a file differently. */
  readonly version: string;
}

const prefix = 'goals-';
const suffix = '.json';
const keptForDays = 30;
/** Several times what the largest goals file gives. */
const maxBytes = 32 * 1024 * 1024;

/**
 * Keeps the latest result for each goals file on the disk, so that a short-lived program need not load the YAML and
 * schema libraries for a file that it has read before. A disk that cannot be written to only costs that time.
 */
export class KeptGoalsFileParser implements GoalsFileParser {
  constructor(
    private readonly parser: GoalsFileParser,
    private readonly place: KeptResults,
  ) {}

  async parse(text: string, trackerId: string, signal?: AbortSignal): Promise<GoalsFileResult> {
    const { folder, version } = this.place;
    const path = join(folder, `${prefix}${digest(trackerId).slice(0, 24)}${suffix}`);
    const seal = digest(JSON.stringify([version, text]));
    const kept = resultIn(await regularText(path, maxBytes), seal);
    if (kept) return kept;
    const result = await this.parser.parse(text, trackerId, signal);
    try {
      await replaceFile(path, `${seal}\n${JSON.stringify(result)}`);
      await pruneFiles(folder, { prefix, suffix, keptForDays, inUse: new Set([basename(path)]) }, Date.now());
    } catch {
      // The result is right all the same.
    }
    return result;
  }
}

/** The result in a file's text; undefined if it is of another goals file, or damaged. */
function resultIn(text: string | undefined, seal: string): GoalsFileResult | undefined {
  if (text?.startsWith(`${seal}\n`) !== true) return undefined;
  try {
    return JSON.parse(text.slice(seal.length + 1)) as GoalsFileResult;
  } catch {
    return undefined;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
