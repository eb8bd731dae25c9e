import { isOfPlace } from '../../../core/tracker/trackerError';
import * as z from 'zod';
import type { Clock } from '../../../core/clock';
import { Remembered } from '../../../core/remembered';
import { ownTeamsQuery } from './githubQueries';
import type { GithubServer } from './githubServer';

const lastsMs = 60 * 60_000;
/** A team with more members does not share its work. */
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

/** The members of the teams of the person who is signed in; kept in memory for an hour, never on disk. */
export class GithubTeams {
  private readonly known = new Map<string, Remembered<ReadonlySet<string>>>();

  constructor(
    private readonly server: GithubServer,
    private readonly clock: Clock,
  ) {}

  /** The logins in an organization, in lower case; none if the token may not see teams. @throws {TrackerError} */
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
        // A person who may administer a team need not be a member.
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
