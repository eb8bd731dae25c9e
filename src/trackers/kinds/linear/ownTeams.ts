import { isOfPlace } from '../../../core/tracker/trackerError';
import { Remembered } from '../../../core/remembered';
import type { TrackerContext } from '../../port/adapter';
import { graphql } from '../../http/graphql';
import { ownTeamsQuery } from './linearQueries';
import { ownTeamsSchema } from './linearSchemas';

const teamsLastMs = 60 * 60_000;

/** The keys of the teams of the person who is signed in, asked for once an hour. */
export class OwnTeams {
  private readonly known: Remembered<ReadonlySet<string>>;

  constructor(private readonly context: TrackerContext) {
    this.known = new Remembered(context.clock, teamsLastMs);
  }

  /** @throws {TrackerError} */
  keys(signal: AbortSignal): Promise<ReadonlySet<string>> {
    return this.known.or(async () => new Set(await this.ask(signal)));
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
