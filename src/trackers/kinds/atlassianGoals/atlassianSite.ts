import type * as z from 'zod';
import { TrackerError } from '../../../core/tracker/trackerError';
import { graphql } from '../../http/graphql';
import type { TrackerContext } from '../../port/adapter';
import { goalsByKeyQuery, goalsQuery, keysAtOnce, pageSize, siteQuery, type Extent } from './goalsQueries';
import { goalsByKeySchema, goalsPageSchema, siteSchema } from './goalsSchemas';

type GoalsPage = z.output<typeof goalsPageSchema>['goals_search'];

/** A site of Atlassian's cloud, as far as its goals are asked for. */
interface OpenSite {
  /** The container of the goals. */
  readonly containerId: string;
  readonly me: { readonly accountId: string; readonly name?: string | null | undefined };
}

/** Asks a site of Atlassian's cloud, and asks for less if the site does not know everything. */
export class AtlassianSite {
  readonly host: string;
  private known: OpenSite | undefined;
  private asked: Extent = 'all';

  constructor(private readonly context: TrackerContext) {
    this.host = new URL(context.connection.url).host;
  }

  /** What the site was last found to know. */
  get extent(): Extent {
    return this.asked;
  }

  /** Finds out, once, who is signed in and where. @throws {TrackerError} */
  async open(signal: AbortSignal): Promise<OpenSite> {
    this.known ??= await this.find(signal);
    return this.known;
  }

  /** @throws {TrackerError} */
  async page(
    { first = pageSize, after }: { readonly first?: number; readonly after?: string | undefined },
    signal: AbortSignal,
  ): Promise<GoalsPage> {
    const { containerId } = await this.open(signal);
    const searchString = this.context.connection.query ?? '';
    const variables = { containerId, searchString, first, ...(after !== undefined && { after }) };
    return (await this.ask(goalsQuery, variables, goalsPageSchema, signal)).goals_search;
  }

  /** The goals that have these keys; unknown ones are left out. @throws {TrackerError} */
  async byKeys(keys: readonly string[], signal: AbortSignal): Promise<unknown[]> {
    const { containerId } = await this.open(signal);
    const found: unknown[] = [];
    for (let at = 0; at < keys.length; at += keysAtOnce) {
      const some = keys.slice(at, at + keysAtOnce);
      const variables = {
        containerId,
        ...Object.fromEntries(some.map((key, index) => [`key${index}`, key])),
      };
      const query = (extent: Extent): string => goalsByKeyQuery(extent, some.length);
      const goals = await this.ask(query, variables, goalsByKeySchema, signal);
      found.push(...Object.values(goals).filter((goal) => goal !== null));
    }
    return found;
  }

  private async find(signal: AbortSignal): Promise<OpenSite> {
    const { connection } = this.context;
    // Nothing is sent that cannot be right.
    if (connection.user === undefined) {
      const detail = 'Atlassian wants the e-mail address of the token’s account as the connection’s user';
      throw new TrackerError('unauthorized', { host: this.host, detail });
    }
    const variables = { hostNames: [new URL(connection.url).hostname] };
    const { me, tenantContexts } = await this.send(siteQuery, variables, siteSchema, signal);
    // The gateway also answers strangers.
    if (!me.user) throw new TrackerError('unauthorized', { host: this.host });
    const cloudId = tenantContexts?.[0]?.cloudId;
    if (!cloudId) throw new TrackerError('notFound', { host: this.host, detail: 'no site of Atlassian' });
    return { containerId: `ari:cloud:townsquare::site/${cloudId}`, me: me.user };
  }

  /** Asks for all fields; if the site rejects the experimental ones, leaves them out from then on. */
  private async ask<T extends z.ZodType>(
    queryOf: (extent: Extent) => string,
    variables: Readonly<Record<string, unknown>>,
    schema: T,
    signal: AbortSignal,
  ): Promise<z.output<T>> {
    try {
      return await this.send(queryOf(this.asked), variables, schema, signal);
    } catch (error) {
      const isTurnedDown = error instanceof TrackerError && error.reason === 'rejected';
      if (!isTurnedDown || this.asked === 'stable') throw error;
      const data = await this.send(queryOf('stable'), variables, schema, signal);
      this.asked = 'stable';
      return data;
    }
  }

  private async send<T extends z.ZodType>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    schema: T,
    signal: AbortSignal,
  ): Promise<z.output<T>> {
    const request = { path: '/gateway/api/graphql', query, variables };
    return (await graphql(this.context.http, this.host, request, schema, signal)).data;
  }
}
