import { TrackerError } from '../../../core/tracker/trackerError';
import type { IssuePage } from './jiraApi';
import { stampSchema } from './jiraSchemas';

const maxPages = 10_000;
/** How often to step back in a list that keeps changing, before what is skipped is left to the next time. */
const maxStepsBack = 100;
const maxOldPages = 20;

/** A page of a list that is asked for by count. */
export interface OffsetPage {
  readonly issues: readonly unknown[];
  /** How many entries the server returns at once, whatever was asked for. */
  readonly pageSize: number;
  readonly total?: number | undefined;
  readonly answeredAt?: number;
}

/**
 * Reads a list that is paged by count without gaps: if an entry leaves the list, or moves to its end while we read,
 * those behind it move up and one would be skipped. So every page begins with the last entry of the one before; if that
 * is missing, reading steps back.
 *
 * @throws {TrackerError} `wrongShape` if the list has no end
 */
export async function* offsetPages(
  read: (startAt: number) => Promise<OffsetPage>,
  host: string,
): AsyncGenerator<IssuePage> {
  const seen = new Set<string>();
  let startAt = 0;
  let isAnchored = false;
  let stepsBack = 0;
  let oldPages = 0;
  for (let count = 0; count < maxPages && oldPages < maxOldPages; count += 1) {
    const { issues, pageSize, total, answeredAt } = await read(startAt);
    const isGap = isAnchored && !seen.has(stampOf(issues[0]));
    if (isGap && stepsBack < maxStepsBack) {
      stepsBack += 1;
      startAt = Math.max(0, startAt - Math.max(Math.ceil(pageSize / 2), 1));
      isAnchored = startAt > 0;
      continue;
    }
    const fresh = issues.filter((each) => !seen.has(stampOf(each)));
    for (const each of fresh) seen.add(stampOf(each));
    oldPages = fresh.length === 0 ? oldPages + 1 : 0;
    const isLast =
      issues.length === 0 || (total == null ? issues.length < pageSize : startAt + issues.length >= total);
    yield {
      issues: fresh,
      isLast,
      ...(total != null && { total }),
      ...(answeredAt !== undefined && { answeredAt }),
    };
    if (isLast) return;
    isAnchored = issues.length > 1;
    startAt += isAnchored ? issues.length - 1 : 1;
  }
  throw new TrackerError('wrongShape', { host, detail: 'the list of pages has no end' });
}

/** Tells an entry from others, and from its own state before a change. */
function stampOf(entry: unknown): string {
  const issue = stampSchema.safeParse(entry).data;
  return issue ? `${issue.id} ${issue.fields?.updated ?? ''}` : '';
}
