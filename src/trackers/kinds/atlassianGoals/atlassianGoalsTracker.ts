import type { Goal } from '../../../core/goal/goal';
import { TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerLimit } from '../../../core/tracker/trackerLimit';
import { CursorGuard } from '../../http/cursorGuard';
import { notesOnFullLists } from '../../mapping/fullLists';
import { PlaceFaults } from '../../mapping/placeFaults';
import { goalsOf, parseEntries, type ParsedEntries } from '../../mapping/readEntries';
import type { TrackerAdapter, TrackerContext } from '../../port/adapter';
import type { ConnectionReport, Followable, Tracker, TrackerPage } from '../../port/tracker';
import { atlassianDialect } from './atlassianDialect';
import { atlassianGoal } from './atlassianGoal';
import { AtlassianSite } from './atlassianSite';
import { below } from './followedGoals';
import { goalsQuery } from './goalsQueries';
import { goalSchema, nodeOf, type AtlassianGoal } from './goalsSchemas';

/** Atlassian Goals. https://developer.atlassian.com/platform/goals/goals-graphql-api/ */
export const atlassianGoals: TrackerAdapter = {
  dialect: atlassianDialect,
  create: (context) => new AtlassianGoalsTracker(context),
};

interface GoalEntries extends ParsedEntries<AtlassianGoal> {
  readonly notes: readonly string[];
}

type ToGoal = (entry: AtlassianGoal) => Goal | undefined;

const keySyntax = /^[\p{L}\p{N}_]+-[1-9]\d*$/u;

class AtlassianGoalsTracker implements Tracker {
  readonly overlapMs = 0;
  // Every list is complete: what is gone is missing from the next one.
  readonly reportsDeletions = false;
  private readonly site: AtlassianSite;

  constructor(private readonly context: TrackerContext) {
    this.site = new AtlassianSite(context);
  }

  async checkConnection(signal: AbortSignal): Promise<ConnectionReport> {
    const { me } = await this.site.open(signal);
    await this.site.page({ first: 1 }, signal);
    const limits: TrackerLimit[] = this.site.extent === 'all' ? [] : [{ kind: 'noContributions' }];
    return {
      ...(me.name && { account: me.name }),
      server: 'Atlassian Goals',
      ...(limits.length > 0 && { limits }),
    };
  }

  /** No page has a mark, so everything is read each time: Atlassian does not say when a goal was edited. */
  async *listChanged(_since: number | undefined, signal: AbortSignal): AsyncGenerator<TrackerPage> {
    const { follow } = this.context.connection;
    const toGoal = await this.toGoal(signal);
    if (follow) yield* this.followed(follow, toGoal, signal);
    else
      for await (const { notes, ...entries } of this.pages(signal))
        yield { ...goalsOf(withoutArchived(entries), toGoal), notes };
  }

  /** What is below a goal is known only once the last page has come; if none comes, by what has come so far. */
  private async *followed(
    follow: readonly string[],
    toGoal: ToGoal,
    signal: AbortSignal,
  ): AsyncGenerator<TrackerPage> {
    const all: AtlassianGoal[] = [];
    const problems: string[] = [];
    const told: string[] = [];
    const found = (): TrackerPage => ({
      ...goalsOf({ parsed: below(follow, all), places: [], problems }, toGoal),
      notes: told,
    });
    try {
      for await (const { notes, ...entries } of this.pages(signal)) {
        all.push(...withoutArchived(entries).parsed);
        problems.push(...entries.problems);
        told.push(...notes);
      }
    } catch (error) {
      yield found();
      throw error;
    }
    const faults = new PlaceFaults();
    const keys = new Set(all.map(({ key }) => key.toUpperCase()));
    for (const place of follow) {
      if (!keys.has(place.toUpperCase())) {
        faults.note(place, new TrackerError('notFound', { host: this.site.host, detail: place }));
      }
    }
    yield { ...found(), unread: faults.outOf(follow.length) };
  }

  /** Includes archived goals: old commits name them. */
  async getByKeys(keys: readonly string[], signal: AbortSignal): Promise<TrackerPage> {
    const own = [...new Set(keys.map((key) => key.toUpperCase()))].filter((key) => keySyntax.test(key));
    if (own.length === 0) return { goals: [] };
    const entries = parseEntries(await this.site.byKeys(own, signal), goalSchema);
    return goalsOf(entries, await this.toGoal(signal));
  }

  async followables(signal: AbortSignal): Promise<readonly Followable[]> {
    const found: Followable[] = [];
    for await (const { parsed } of this.pages(signal)) {
      for (const { key, name, parentGoal, isArchived } of parsed) {
        if (!parentGoal && !isArchived) found.push({ value: key, label: name, description: key });
      }
    }
    return found;
  }

  fields(): Promise<readonly never[]> {
    return Promise.resolve([]);
  }

  private async *pages(signal: AbortSignal): AsyncGenerator<GoalEntries> {
    const guard = new CursorGuard(this.site.host);
    let after: string | undefined;
    do {
      const { edges, pageInfo } = await this.site.page({ after }, signal);
      const nodes = edges.map(nodeOf);
      yield { ...parseEntries(nodes, goalSchema), notes: notesOnFullLists(nodes, goalsQuery('all')) };
      after = pageInfo.hasNextPage && pageInfo.endCursor ? guard.next(pageInfo.endCursor) : undefined;
    } while (after !== undefined);
  }

  private async toGoal(signal: AbortSignal): Promise<ToGoal> {
    const { me } = await this.site.open(signal);
    const { connection } = this.context;
    return (entry) => atlassianGoal(entry, { connection, me: me.accountId });
  }
}

function withoutArchived({
  parsed,
  places,
  problems,
}: ParsedEntries<AtlassianGoal>): ParsedEntries<AtlassianGoal> {
  const isThere = (_: unknown, at: number): boolean => parsed[at]?.isArchived !== true;
  return { parsed: parsed.filter(isThere), places: places.filter(isThere), problems };
}
