import { relative, resolve } from 'node:path';
import { counted } from '../core/counted';
import { exportedRecords } from '../workspace/goalsExport/exportedRecords';
import { goalPages } from '../workspace/goalsExport/goalPages';
import { startOf, writePages } from '../workspace/goalsExport/writePages';
import type { Workspace } from '../workspace/workspace';
import type { Answer } from './answer';
import { exitCodes } from './exitCodes';
import { UsageError } from './usageError';

/** What to export, and where to. */
export interface ExportRequest {
  /** The folder to write to. */
  readonly folder: string;
  readonly withRevenue: boolean;
  /** What `folder` is relative to. */
  readonly cwd: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * `goal-lens goals --export`: writes all goals to files that any server can serve. Writes nothing if goals cannot be
 * read or there are none, because readers of the files would lose theirs.
 *
 * @throws {UsageError} if the files cannot be written
 */
export async function exportCommand({ catalog, folder }: Workspace, request: ExportRequest): Promise<Answer> {
  const { trackers } = catalog;
  const fault = trackers.find((each) => each.fault !== undefined)?.fault;
  if (fault) return nothing(exitCodes.cannotTell, `Nothing was written. ${fault.message}`);
  const records = exportedRecords(catalog, folder, request);
  if (records.length === 0) return nothing(exitCodes.nothing, 'There are no goals: nothing was written.');
  const pages = goalPages(records, new Date(request.now).toISOString());
  const target = resolve(request.cwd, request.folder);
  try {
    await writePages(target, pages);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `The goals cannot be written to “${request.folder}”: ${reason}. Name another folder.`,
    );
  }
  const first = relative(request.cwd, startOf(target)) || startOf(target);
  const leftOut = trackers.filter(({ phase }) => phase !== 'ready').map(({ name }) => name);
  const count = counted(records.length, { one: '1 goal', other: `${records.length} goals` });
  const files = counted(pages.size, { one: '1 file', other: `${pages.size} files` });
  return {
    exitCode: exitCodes.ok,
    text: [
      `Wrote ${count} in ${files}, beginning with ${first}.`,
      ...leftOut.map((name) => `Nothing is kept of ${name}: its goals are left out.`),
    ].join('\n'),
    json: { goals: records.length, files: [...pages.keys()].reverse(), leftOut },
  };
}

function nothing(exitCode: Answer['exitCode'], text: string): Answer {
  return { exitCode, text, json: { goals: 0, files: [], leftOut: [] } };
}
