import { isOfPlace } from '../../../core/tracker/trackerError';
import { isFresh } from '../../../core/clock';
import type { TrackerContext } from '../../port/adapter';
import { graphql } from '../../http/graphql';
import { ownTeamsQuery } from './linearQueries';
import { ownTeamsSchema } from './linearSchemas';

const teamsLastMs = 60 * 60_000;

/** The keys of the teams of who is signed in, asked for once an hour. */
export class OwnTeams {
  private known: { readonly at: number; readonly keys: ReadonlySet<string> } | undefined;

  constructor(private readonly context: TrackerContext) {}

  /** @throws {TrackerError} */
  async keys(signal: AbortSignal): Promise<ReadonlySet<string>> {
    const now = this.context.clock.now();
    if (!this.known || !isFresh(this.known.at, now, teamsLastMs)) {
      this.known = { at: now, keys: new Set(await this.ask(signal)) };
    }
    return this.known.keys;
  }

  private async ask(signal: AbortSignal): Promise<string[]> {
    const { http, connection } = this.context;
    const request = { path: '/graphql', query: ownTeamsQuery, variables: {} };
    try {
      const { data } = await graphql(http, new URL(connection.url).host, request, ownTeamsSchema, signal);
      return (data.viewer.teams?.nodes ?? []).flatMap((team) => team?.key ?? []);
    } catch (error) {
      // Goals can do without.
      if (!isOfPlace(error)) throw error;
      return [];
    }
  }
}
