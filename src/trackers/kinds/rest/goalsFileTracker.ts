import * as z from 'zod';
import { TrackerError } from '../../../core/tracker/trackerError';
import { CursorGuard } from '../../http/cursorGuard';
import { readJson } from '../../http/readJson';
import { shapeError } from '../../http/statusError';
import type { TrackerContext } from '../../port/adapter';
import type { ConnectionReport, Tracker, TrackerPage } from '../../port/tracker';
import { nextPage } from './nextPage';
import { readRecords } from './restGoal';
import { filePageSchema } from './restSchemas';

interface FilePage extends TrackerPage {
  /** The address of the next page. */
  readonly next: string | undefined;
}

/** Whether an address leads to a file with goals, and not to a service. */
export function isGoalsFile({ pathname }: URL): boolean {
  return /\.(?:json|ya?ml)$/i.test(pathname);
}

/**
 * Goals at the address of a file: a goals file, or the pages that `goal-lens goals --export` writes. Requests nothing
 * but the files themselves, so any server of plain files will do.
 */
export class GoalsFileTracker implements Tracker {
  readonly overlapMs = 0;
  // Every list is complete: what is gone is missing from the next one.
  readonly reportsDeletions = false;
  private readonly host: string;

  constructor(private readonly context: TrackerContext) {
    this.host = new URL(context.connection.url).host;
  }

  async checkConnection(signal: AbortSignal): Promise<ConnectionReport> {
    await this.page(this.context.connection.url, signal);
    return {};
  }

  /** No page has a mark, so everything is read each time: an unchanged file comes as a 304. */
  async *listChanged(_since: number | undefined, signal: AbortSignal): AsyncGenerator<TrackerPage> {
    for (let isSecond = false; ; isSecond = true) {
      try {
        yield* this.pages(signal);
        return;
      } catch (error) {
        const isMoved = error instanceof TrackerError && error.reason === 'notFound';
        // New pages may have replaced those that the first one led to.
        if (!isMoved || isSecond) throw error;
      }
    }
  }

  /** What is not on the list does not exist. */
  getByKeys(): Promise<TrackerPage> {
    return Promise.resolve({ goals: [] });
  }

  followables(): Promise<readonly never[]> {
    return Promise.resolve([]);
  }

  fields(): Promise<readonly never[]> {
    return Promise.resolve([]);
  }

  private async *pages(signal: AbortSignal): AsyncGenerator<TrackerPage> {
    const guard = new CursorGuard(this.host);
    let address: string | undefined = this.context.connection.url;
    while (address !== undefined) {
      const { next, ...page }: FilePage = await this.page(guard.next(address), signal);
      yield page;
      address = next;
    }
  }

  private async page(address: string, signal: AbortSignal): Promise<FilePage> {
    const { http, connection } = this.context;
    const text = await http.ask({ path: address, isFile: true }, z.string(), signal);
    if (!/\.json$/i.test(new URL(address).pathname)) {
      return { ...(await this.ofYaml(text, signal)), next: undefined };
    }
    const result = filePageSchema.safeParse(readJson(text));
    if (!result.success) throw shapeError(this.host, result.error.issues);
    const { goals: records, next, total } = result.data;
    return {
      ...readRecords(records, connection.id),
      ...(typeof total === 'number' && { total }),
      next: nextPage(next, address),
    };
  }

  private async ofYaml(text: string, signal: AbortSignal): Promise<TrackerPage> {
    const { readGoalsFile, connection } = this.context;
    const page = await readGoalsFile(text, connection.id, signal);
    const [problem] = page.problems;
    // A file that is entirely unusable must not remove the goals that were read before.
    if (page.goals.length === 0 && problem !== undefined) {
      throw new TrackerError('wrongShape', { host: this.host, detail: problem });
    }
    return page;
  }
}
