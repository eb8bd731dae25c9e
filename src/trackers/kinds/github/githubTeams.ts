import { isOfPlace } from '../../../core/tracker/trackerError';
import * as z from 'zod';
import type { Clock } from '../../../core/clock';
import { Remembered } from '../../../core/remembered';
import { ownTeamsQuery } from './githubQueries';
import type { GithubServer } from './githubServer';

const lastsMs = 60 * 60_000;
/** More people than this are no team that shares its work. */
const maxMembers = 100;

const teamsSchema = z.object({
  nodes: z.array(
    z.object({
      members: z.object({
        totalCount: z.number(),
        nodes: z.array(z.object({ login: z.string(), isViewer: z.boolean() })),
      }),
    }),
  ),
});
const organizationSchema = z.object({
  organization: z.object({ asMember: teamsSchema, asAdmin: teamsSchema }).nullable(),
});

/** Who is in a team with the person who is signed in. Known in memory for an hour, and never kept. */
export class GithubTeams {
  private readonly known = new Map<string, Remembered<ReadonlySet<string>>>();

  constructor(
    private readonly server: GithubServer,
    private readonly clock: Clock,
  ) {}

  /** The logins in an organization, in lower case; none where the token may not see teams. @throws {TrackerError} */
  mates(organization: string, signal: AbortSignal): Promise<ReadonlySet<string>> {
    const known = this.known.get(organization) ?? new Remembered(this.clock, lastsMs);
    this.known.set(organization, known);
    return known.or(async () => new Set(await this.ask(organization, signal)));
  }

  private async ask(organization: string, signal: AbortSignal): Promise<string[]> {
    try {
      const { data } = await this.server.ask(ownTeamsQuery(organization), organizationSchema, signal);
      const { asMember, asAdmin } = data.organization ?? {};
      return [...(asMember?.nodes ?? []), ...(asAdmin?.nodes ?? [])].flatMap(({ members }) => {
        // Who may administer a team need not be in it.
        const isOwn = members.totalCount <= maxMembers && members.nodes.some(({ isViewer }) => isViewer);
        return isOwn ? members.nodes.map(({ login }) => login.toLowerCase()) : [];
      });
    } catch (error) {
      // A person's repository has no teams, and goals can do without.
      if (!isOfPlace(error)) throw error;
      return [];
    }
  }
}
