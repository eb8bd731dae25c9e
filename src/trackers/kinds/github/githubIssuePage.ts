import { goalsOf, parseEntries } from '../../mapping/readEntries';
import { repositoryOf, type Repository } from './githubFollow';
import { issueGoal } from './githubGoal';
import type { GithubIssue } from './githubIssue';
import type { GithubPage, GithubReader } from './githubPage';
import { allProjects, issuesByIdQuery } from './githubQueries';
import { issueSchema, nodesSchema } from './githubSchemas';

const askedAtOnce = 10;

/**
 * The goals of a page of issues; what GitHub hides from us is null, which is no fault. An issue in so many projects
 * that the followed one may be missing is asked for once more.
 * @throws {TrackerError}
 */
export async function issuePage(
  entries: readonly unknown[] | null | undefined,
  home: Repository | undefined,
  reader: GithubReader,
  signal: AbortSignal,
): Promise<GithubPage> {
  const visible = (entries ?? []).filter((entry) => entry !== null && entry !== undefined);
  const read = parseEntries(visible, issueSchema);
  const cut = read.parsed.filter(({ hasMoreProjects }) => hasMoreProjects).map(({ id }) => id);
  const whole = await withAllProjects(cut, reader, signal);
  const parsed = read.parsed.map((issue) => whole.get(issue.id) ?? issue);
  const mates = await matesIn(parsed, home, reader, signal);
  return goalsOf({ ...read, parsed }, (issue) => issueGoal(issue, home, reader.goals, mates));
}

/** The members of the person's teams, asked for only if an issue is somebody else's. */
async function matesIn(
  issues: readonly GithubIssue[],
  home: Repository | undefined,
  { teams }: GithubReader,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const owners = new Set<string>();
  for (const { isMine, logins = [], repository } of issues) {
    const owner = repositoryOf(repository ?? '')?.owner ?? home?.owner;
    if (!isMine && logins.length > 0 && owner !== undefined) owners.add(owner);
  }
  const mates = new Set<string>();
  for (const owner of owners) for (const login of await teams.mates(owner, signal)) mates.add(login);
  return mates;
}

async function withAllProjects(
  ids: readonly string[],
  { server }: GithubReader,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, GithubIssue>> {
  const found = new Map<string, GithubIssue>();
  for (let at = 0; at < ids.length; at += askedAtOnce) {
    const some = ids.slice(at, at + askedAtOnce);
    const answer = await server.askForIssues(
      (parts) => issuesByIdQuery(some, { ...parts, projects: allProjects }),
      nodesSchema,
      signal,
    );
    const nodes = (answer?.data.nodes ?? []).filter((node) => node !== null);
    for (const issue of parseEntries(nodes, issueSchema).parsed) found.set(issue.id, issue);
  }
  return found;
}
