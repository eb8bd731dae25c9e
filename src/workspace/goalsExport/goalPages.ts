import { createHash } from 'node:crypto';
import type { WrittenRecord } from '../../teamFiles/record/recordOf';
import { contractName, pageSize } from '../../trackers/kinds/rest/contract';

/** The file that the pages begin with. */
export const firstPage = 'goals.json';
/** What the files of the other pages are called. */
export const laterPage = /^goals-[0-9a-f]{16}\.json$/;

/**
 * Goals as files of the contract goal-lens/v1, by name, the first page last. Each page names the next. Except for the
 * first page, a name always stands for the same content: whoever reads while new pages are published reads all old or
 * all new ones.
 */
export function goalPages(records: readonly WrittenRecord[], generatedAt: string): Map<string, string> {
  const envelope = { schema: contractName, generatedAt, nextCursor: null };
  const pages = new Map<string, string>();
  let next: string | undefined;
  for (let at = lastStart(records.length); at > 0; at -= pageSize) {
    const content = { ...(next !== undefined && { next }), goals: records.slice(at, at + pageSize) };
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
    next = `goals-${hash}.json`;
    pages.set(next, jsonText({ ...envelope, ...content }));
  }
  const goals = records.slice(0, pageSize);
  const first = { ...envelope, ...(next !== undefined && { next }), total: records.length, goals };
  return pages.set(firstPage, jsonText(first));
}

/** Where the last page begins. */
function lastStart(count: number): number {
  return Math.max(Math.ceil(count / pageSize) - 1, 0) * pageSize;
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
