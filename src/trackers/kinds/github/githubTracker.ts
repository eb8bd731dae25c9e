import { TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerAdapter, TrackerContext } from '../../port/adapter';
import { PlaceFaults } from '../../mapping/placeFaults';
import type { ConnectionReport, Followable, Tracker, TrackerField, TrackerPage } from '../../port/tracker';
import { GithubByKey } from './githubByKey';
import { GithubCode } from './githubCode';
import { checkGithub } from './githubCheck';
import { githubFields, githubFollowables } from './githubChoices';
import { githubDialect } from './githubDialect';
import { fullName, projectPath, readFollow, type Followed } from './githubFollow';
import { GithubKeys } from './githubKeys';
import { latestChange, type GithubPage, type GithubReader } from './githubPage';
import { projectPages } from './githubProject';
import { repositoryPages } from './githubRepository';
import { GithubServer } from './githubServer';
import { GithubTeams } from './githubTeams';

/** GitHub and GitHub Enterprise, over GraphQL; over REST if the server's schema is old. */
export const github: TrackerAdapter = {
  dialect: githubDialect,
  create: (context) => new GithubTracker(context),
};

/** The pages of one followed place. */
interface Source {
  readonly place: string;
  readonly pages: AsyncIterable<GithubPage>;
}

/** What everything else is read with. */
interface Parts extends GithubReader {
  readonly followed: Followed;
  readonly byKey: GithubByKey;
}

class GithubTracker implements Tracker {
  readonly overlapMs = 2 * 60_000;
  readonly reportsDeletions = false;
  readonly code = new GithubCode(() => this.parts());
  private made: Parts | undefined;

  constructor(private readonly context: TrackerContext) {}

  async checkConnection(signal: AbortSignal): Promise<ConnectionReport> {
    const { server, followed } = this.parts();
    return checkGithub(server, followed, signal);
  }

  async *listChanged(since: number | undefined, signal: AbortSignal): AsyncGenerator<TrackerPage> {
    const parts = this.parts();
    const { repositories, projects } = parts.followed;
    parts.byKey.forget();
    const sources: Source[] = [
      ...repositories.map((repository) => ({
        place: fullName(repository),
        pages: repositoryPages(repository, since, parts, signal),
      })),
      ...projects.map((project) => ({
        place: projectPath(project),
        pages: projectPages(project, since, parts, signal),
      })),
    ];
    const [only, ...others] = sources;
    if (!only) {
      const { host } = parts.server;
      throw new TrackerError('rejected', { host, detail: 'no repository and no project is followed' });
    }
    if (others.length > 0 || projects.length > 0) yield* this.several(sources, signal);
    else {
      for await (const { latestChange: mark, ...page } of only.pages) {
        yield { ...page, ...(mark !== undefined && { mark }) };
      }
    }
  }

  async getByKeys(keys: readonly string[], signal: AbortSignal): Promise<TrackerPage> {
    const { goals, byKey } = this.parts();
    const items = goals.keys.itemsOf(keys);
    return items.length === 0 ? { goals: [] } : byKey.read(items, signal);
  }

  async followables(signal: AbortSignal): Promise<readonly Followable[]> {
    return githubFollowables(this.parts().server, signal);
  }

  async fields(signal: AbortSignal): Promise<readonly TrackerField[]> {
    const { server, followed } = this.parts();
    return githubFields(server, followed, signal);
  }

  /** Created at the first question, so that a mistake in what is followed is reported like any other fault. */
  private parts(): Parts {
    return (this.made ??= partsOf(this.context));
  }

  /**
   * Reads one source after the other: what changes in the first while the last is read is found next time only if the
   * mark is from before. A source that can no longer be seen does not affect the others.
   */
  private async *several(sources: readonly Source[], signal: AbortSignal): AsyncGenerator<TrackerPage> {
    const startedAt = await this.parts().server.now(signal);
    const ends: number[] = [];
    const faults = new PlaceFaults();
    for (const { place, pages } of sources) {
      let end = -Infinity;
      try {
        for await (const { goals, problems, notes = [] } of pages) {
          end = Math.max(end, latestChange(goals) ?? end);
          yield { goals, problems, notes };
        }
      } catch (error) {
        faults.note(place, error);
      }
      if (end > -Infinity) ends.push(end);
    }
    const unread = faults.outOf(sources.length);
    const mark = startedAt ?? (ends.length > 0 ? Math.min(...ends) : undefined);
    yield { goals: [], unread, ...(mark !== undefined && { mark }) };
  }
}

/** @throws {TrackerError} if the connection's address or what it follows cannot be used */
function partsOf(context: TrackerContext): Parts {
  const { connection } = context;
  const followed = readFollow(connection);
  const { projects } = followed;
  const server = new GithubServer(context, projects.length > 0);
  const reader: GithubReader = {
    server,
    teams: new GithubTeams(server, context.clock),
    goals: { connection, keys: new GithubKeys(connection, followed), projects },
  };
  return { ...reader, followed, byKey: new GithubByKey(reader) };
}
