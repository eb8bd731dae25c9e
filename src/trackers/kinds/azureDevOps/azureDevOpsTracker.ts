import { isFresh } from '../../../core/clock';
import { TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerAdapter, TrackerContext } from '../../port/adapter';
import { goalsOf, parseEntries } from '../../mapping/readEntries';
import { NumberedKeys } from '../../port/numberedKeys';
import { PlaceFaults } from '../../mapping/placeFaults';
import type { ConnectionReport, Followable, Tracker, TrackerField, TrackerPage } from '../../port/tracker';
import { azureDialect } from './azureDialect';
import { AzureFields, usableFields } from './azureFields';
import { azureGoal } from './azureGoal';
import { apiVersion, changedIds, type FoundIds } from './azureIds';
import { AzureProcess } from './azureProcess';
import { ownAreas, type AzureAreas } from './azureTeams';
import { batchSchema, connectionDataSchema, projectsSchema, workItemSchema } from './azureSchemas';

/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/get-work-items-batch */
const batchSize = 200;
const projectsAtOnce = 100;
const maxProjects = 10_000;
const largestId = 2 ** 31 - 1;
/** How long states, levels and fields are kept, in milliseconds. */
const processLastsMs = 60 * 60_000;

/** Azure DevOps Services, and versions of Azure DevOps Server that know the API 7.1. */
export const azureDevOps: TrackerAdapter = {
  dialect: azureDialect,
  create: (context) => new AzureDevOpsTracker(context),
};

/** What is known of the organization besides its work items. */
interface Lists {
  readonly at: number;
  readonly process: AzureProcess;
  readonly fields: AzureFields;
  readonly areas: AzureAreas;
}

interface AzurePage extends TrackerPage {
  /** When each of the work items last changed, in epoch milliseconds. */
  readonly changes: ReadonlyMap<number, number>;
}

class AzureDevOpsTracker implements Tracker {
  readonly overlapMs = 2 * 60_000;
  /** A query does not report what is gone. Asking for all ids takes one request for up to 20,000 work items. */
  readonly reportsDeletions = false;
  private readonly keys: NumberedKeys;
  private lists: Lists | undefined;
  private me: string | undefined;

  constructor(private readonly context: TrackerContext) {
    // As in AB#142, which Azure DevOps understands in commit messages.
    this.keys = new NumberedKeys(context.connection, undefined, 'AB');
  }

  /** Asks for the fields too: that needs the same scope as work items. */
  async checkConnection(signal: AbortSignal): Promise<ConnectionReport> {
    const { connection } = this.context;
    const user = await this.learnWhoWeAre(signal);
    const name = user.customDisplayName ?? user.providerDisplayName;
    const isStranger =
      /^(a{8}-(a{4}-){3}a{12}|[0-]{36})$/i.test(user.id ?? '') ||
      /PublicAccess/i.test(user.subjectDescriptor ?? '') ||
      name?.toLowerCase() === 'anonymous';
    if (isStranger) throw new TrackerError('unauthorized', { host: new URL(connection.url).host });
    await new AzureProcess(this.context).fields(signal);
    return { ...(name && { account: name }), server: 'Azure DevOps' };
  }

  async *listChanged(since: number | undefined, signal: AbortSignal): AsyncGenerator<TrackerPage> {
    const projects = this.projects;
    // What changes while we read is asked for again next time, so the earliest query counts.
    let start: number | undefined;
    const faults = new PlaceFaults();
    for (const project of projects) {
      try {
        for await (const found of changedIds(this.context, project, since, signal)) {
          start ??= found.asOf;
          for await (const { changes, ...page } of this.pagesOf(found, signal)) {
            // With several projects, a moment is over only once the last of them has been read.
            const mark = projects.length === 1 ? latestUpTo(start, changes) : undefined;
            yield { ...page, ...(mark !== undefined && { mark }) };
          }
        }
      } catch (error) {
        // A project that was renamed is not found.
        faults.note(project ?? '', error);
      }
    }
    const unread = faults.outOf(projects.length);
    const mark = start === undefined ? undefined : { mark: start };
    if (mark || unread.length > 0) yield { goals: [], ...mark, ...(unread.length > 0 && { unread }) };
  }

  async *listIds(signal: AbortSignal): AsyncGenerator<readonly string[]> {
    for (const project of this.projects) {
      for await (const { ids } of changedIds(this.context, project, undefined, signal)) yield ids.map(String);
    }
  }

  async getByKeys(keys: readonly string[], signal: AbortSignal): Promise<TrackerPage> {
    const ids = [...new Set(this.keys.numbersOf(keys))].filter((id) => id > 0 && id <= largestId);
    const pages: TrackerPage[] = [];
    for await (const page of this.pagesOf({ ids }, signal)) pages.push(page);
    return {
      goals: pages.flatMap(({ goals }) => goals),
      problems: pages.flatMap(({ problems = [] }) => problems),
    };
  }

  async followables(signal: AbortSignal): Promise<readonly Followable[]> {
    const found = new Map<string, Followable>();
    for (let skip = 0; skip < maxProjects; skip += projectsAtOnce) {
      const query = { $top: projectsAtOnce, $skip: skip, 'api-version': apiVersion };
      const request = { path: '/_apis/projects', query };
      const { value } = await this.context.http.ask(request, projectsSchema, signal);
      const before = found.size;
      for (const { id, name, description } of value) {
        found.set(id, { value: name, label: name, ...(description && { description }) });
      }
      if (value.length < projectsAtOnce || found.size === before) break;
    }
    return [...found.values()];
  }

  async fields(signal: AbortSignal): Promise<readonly TrackerField[]> {
    return usableFields(await new AzureProcess(this.context).fields(signal));
  }

  private get projects(): readonly (string | undefined)[] {
    return this.context.connection.follow ?? [undefined];
  }

  private async *pagesOf({ ids }: FoundIds, signal: AbortSignal): AsyncGenerator<AzurePage> {
    for (let at = 0; at < ids.length; at += batchSize) {
      yield await this.page(ids.slice(at, at + batchSize), signal);
    }
  }

  private async page(ids: readonly number[], signal: AbortSignal): Promise<AzurePage> {
    const entries = await this.workItems(ids, signal);
    const items = parseEntries(entries, workItemSchema);
    const { process, fields, areas } = await this.currentLists(signal);
    await process.learn(items.parsed, signal);
    const { connection } = this.context;
    const { goals, problems } = goalsOf(items, (item) =>
      azureGoal(item, { connection, keys: this.keys, process, fields, areas, me: this.me }),
    );
    const times = new Map(
      items.parsed.map(({ id, fields }) => [id, Date.parse(fields['System.ChangedDate'] ?? '')] as const),
    );
    // In the order of the query, whatever the order of the answer.
    const changes = new Map(ids.map((id) => [id, times.get(id) ?? NaN]));
    return { goals, problems, changes };
  }

  /**
   * All fields and relations of work items. Fields cannot be named beside `$expand`, and naming one that an
   * organization lacks would be an error: so all of them come, at one request for 200 work items.
   */
  private async workItems(ids: readonly number[], signal: AbortSignal): Promise<readonly unknown[]> {
    const body = { ids, $expand: 'relations', errorPolicy: 'omit' };
    const request = { path: '/_apis/wit/workitemsbatch', query: { 'api-version': apiVersion }, body };
    try {
      const { value } = await this.context.http.ask(request, batchSchema, signal);
      return value.filter((entry) => entry !== null);
    } catch (error) {
      // Descriptions may contain pictures.
      const isTooLarge = error instanceof TrackerError && error.reason === 'tooLarge';
      if (!isTooLarge) throw error;
      // Without fields, it is reported as unusable.
      if (ids.length === 1) return ids.map((id) => ({ id }));
      const half = Math.ceil(ids.length / 2);
      const first = await this.workItems(ids.slice(0, half), signal);
      return [...first, ...(await this.workItems(ids.slice(half), signal))];
    }
  }

  private async learnWhoWeAre(signal: AbortSignal) {
    // This address has only preview versions, and answers without one.
    const request = { path: '/_apis/connectionData' };
    const { authenticatedUser } = await this.context.http.ask(request, connectionDataSchema, signal);
    this.me = authenticatedUser.id ?? undefined;
    return authenticatedUser;
  }

  private async currentLists(signal: AbortSignal): Promise<Lists> {
    const { clock, connection } = this.context;
    if (this.lists && isFresh(this.lists.at, clock.now(), processLastsMs)) return this.lists;
    if (this.me === undefined) await this.learnWhoWeAre(signal);
    const process = new AzureProcess(this.context);
    const { impact, priority, metrics } = connection;
    const isNamed = [impact, priority, metrics].some((named) => named !== undefined);
    const known = isNamed ? await process.fields(signal) : [];
    const areas = await ownAreas(this.context, signal);
    this.lists = { at: clock.now(), process, fields: new AzureFields(connection, known), areas };
    return this.lists;
  }
}

/**
 * Up to when the pages have told everything: the change of the last work item that has not changed since the query, as
 * only such items are still in their place. Undefined if there is none.
 */
function latestUpTo(start: number | undefined, changes: ReadonlyMap<number, number>): number | undefined {
  return [...changes.values()].findLast((time) => start !== undefined && time <= start);
}
