import { normalizeKey } from '../../../core/goal/goalKey';
import { isKey } from '../../../core/references/goalKeys';
import { isOfPlace, TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerLimit } from '../../../core/tracker/trackerLimit';
import type { TrackerAdapter, TrackerContext } from '../../port/adapter';
import { CursorGuard } from '../../http/cursorGuard';
import type { HttpDialect } from '../../http/dialect';
import { PlaceFaults } from '../../mapping/placeFaults';
import type {
  ConnectionReport,
  Followable,
  Tracker,
  TrackerField,
  TrackerPage,
  UnreadPlace,
} from '../../port/tracker';
import { keysAtOnce, pageSize } from './contract';
import { GoalsFileTracker, isGoalsFile } from './goalsFileTracker';
import { nextPage } from './nextPage';
import { readRecords } from './restGoal';
import { followablesSchema, pageSchema, serviceSchema, type RestPage } from './restSchemas';

/** How long the keys in one request may be, in characters: Node.js refuses a request whose head exceeds 16 KB. */
const maxKeys = 6_000;

/** A token in the header that OAuth uses; an open service gets none. Errors are problem details (RFC 9457). */
const dialect: HttpDialect = {
  base: (url) => (isGoalsFile(url) ? new URL('.', url) : url),
  authorize: (token) => ({ Authorization: `Bearer ${token}` }),
};

/** A service that speaks the contract goal-lens/v1 (docs/rest.md). */
export const rest: TrackerAdapter = {
  dialect,
  create: (context) =>
    isGoalsFile(new URL(context.connection.url)) ? new GoalsFileTracker(context) : new RestTracker(context),
};

class RestTracker implements Tracker {
  readonly overlapMs = 2 * 60_000;
  readonly reportsDeletions = true;
  private readonly host: string;

  constructor(private readonly context: TrackerContext) {
    this.host = new URL(context.connection.url).host;
  }

  /** Also asks for a goal: a service may tell its name to everybody. */
  async checkConnection(signal: AbortSignal): Promise<ConnectionReport> {
    const { name, account } = await this.context.http.ask({ path: '/health' }, serviceSchema, signal);
    const unread = await this.unreadPlaces(signal);
    const limits = unread.map(({ place, ...more }): TrackerLimit => ({
      kind: 'unreadable',
      of: place,
      ...more,
    }));
    return {
      ...(account && { account }),
      ...(name && { server: name }),
      ...(limits.length > 0 && { limits }),
    };
  }

  /** A service may refuse all projects for the sake of one: then each is read on its own. */
  async *listChanged(since: number | undefined, signal: AbortSignal): AsyncGenerator<TrackerPage> {
    let isBegun = false;
    try {
      for await (const page of this.list(this.follow, since, signal)) {
        isBegun = true;
        yield page;
      }
    } catch (error) {
      if (isBegun || !this.hasPlaces(error)) throw error;
      yield* this.oneByOne(since, signal);
    }
  }

  private async *oneByOne(since: number | undefined, signal: AbortSignal): AsyncGenerator<TrackerPage> {
    const faults = new PlaceFaults();
    let mark: number | undefined;
    for (const project of this.follow) {
      try {
        for await (const { mark: reached, ...page } of this.list([project], since, signal)) {
          // What changes in the first while the last is read is asked for again.
          mark ??= reached;
          yield page;
        }
      } catch (error) {
        faults.note(project, error);
      }
    }
    yield { goals: [], unread: faults.outOf(this.follow.length), ...(mark !== undefined && { mark }) };
  }

  private async *list(
    projects: readonly string[],
    since: number | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<TrackerPage> {
    const guard = new CursorGuard(this.host);
    const updatedSince = since === undefined ? undefined : new Date(since).toISOString();
    let mark: number | undefined;
    let isNews = since === undefined;
    let cursor: string | undefined;
    let address: string | undefined;
    do {
      const page = await (address === undefined
        ? this.page({ updatedSince, cursor, limit: pageSize, ...inProjects(projects) }, signal)
        : this.context.http.ask({ path: address }, pageSchema, signal));
      // What changes while we read is asked for again next time.
      mark ??= Date.parse(page.generatedAt);
      isNews ||= page.goals.length > 0 || (page.deleted ?? []).length > 0;
      address = nextPage(page.next, address ?? `${this.context.connection.url}/goals`);
      cursor = page.nextCursor ?? undefined;
      const next = address ?? cursor;
      // If nothing is new, the mark stays: the same question is asked again, and may be answered with a 304.
      yield { ...this.toPage(page), ...(!next && isNews && { mark }) };
      if (next) guard.next(next);
    } while (address ?? cursor);
  }

  async getByKeys(keys: readonly string[], signal: AbortSignal): Promise<TrackerPage> {
    const wanted = new Map(keys.filter(isKey).map((key) => [normalizeKey(key), key]));
    const found: TrackerPage[] = [];
    for (const some of batches([...wanted.values()])) {
      const { goals, problems = [] } = this.toPage(await this.page({ keys: some.join(',') }, signal));
      // A service that does not know the parameter returns everything it has.
      found.push({ goals: goals.filter(({ key }) => wanted.has(normalizeKey(key))), problems });
    }
    return {
      goals: found.flatMap(({ goals }) => goals),
      problems: found.flatMap(({ problems = [] }) => problems),
    };
  }

  /** A service need not have projects. */
  async followables(signal: AbortSignal): Promise<readonly Followable[]> {
    try {
      const { projects } = await this.context.http.ask({ path: '/projects' }, followablesSchema, signal);
      return projects.map(({ id, name, description }) => ({
        value: id,
        label: name ?? id,
        ...(description && { description }),
      }));
    } catch (error) {
      if (error instanceof TrackerError && error.reason === 'notFound') return [];
      throw error;
    }
  }

  /** The records themselves say what is impact. */
  fields(): Promise<readonly TrackerField[]> {
    return Promise.resolve([]);
  }

  private get follow(): readonly string[] {
    return this.context.connection.follow ?? [];
  }

  /** Whether a fault may be that of one of several projects. */
  private hasPlaces(error: unknown): boolean {
    return this.follow.length > 1 && isOfPlace(error);
  }

  private async unreadPlaces(signal: AbortSignal): Promise<readonly UnreadPlace[]> {
    try {
      await this.page({ limit: 1, ...inProjects(this.follow) }, signal);
      return [];
    } catch (error) {
      if (!this.hasPlaces(error)) throw error;
    }
    const faults = new PlaceFaults();
    for (const project of this.follow) {
      try {
        await this.page({ limit: 1, project }, signal);
      } catch (error) {
        faults.note(project, error);
      }
    }
    return faults.outOf(this.follow.length);
  }

  private page(
    query: Readonly<Record<string, string | number | undefined>>,
    signal: AbortSignal,
  ): Promise<RestPage> {
    return this.context.http.ask({ path: '/goals', query }, pageSchema, signal);
  }

  private toPage({ goals: records, deleted, total }: RestPage): TrackerPage {
    const { goals, problems } = readRecords(records, this.context.connection.id);
    const present = new Set(goals.map(({ id }) => id));
    return {
      goals,
      problems,
      deletedIds: (deleted ?? []).filter((id) => !present.has(id)),
      ...(typeof total === 'number' && { total }),
    };
  }
}

function inProjects(projects: readonly string[]): { readonly project?: string } {
  return projects.length > 0 ? { project: projects.join(',') } : {};
}

/** As many keys at once as the contract and the length of a request allow. */
function batches(keys: readonly string[]): string[][] {
  const all: string[][] = [];
  let length = Infinity;
  for (const key of keys) {
    const added = encodeURIComponent(key).length + 3;
    if (length + added > maxKeys || (all.at(-1)?.length ?? keysAtOnce) >= keysAtOnce) {
      all.push([]);
      length = 0;
    }
    all.at(-1)?.push(key);
    length += added;
  }
  return all;
}
