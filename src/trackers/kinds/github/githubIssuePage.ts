import { isOfPlace } from '../../../core/tracker/trackerError';
import { fullLists, notesOnFullLists, withLongLists } from '../../mapping/fullLists';
import { goalsOf, parseEntries } from '../../mapping/readEntries';
import { repositoryOf, type Repository } from './githubFollow';
import { issueGoal } from './githubGoal';
import type { GithubIssue } from './githubIssue';
import type { GithubPage, GithubReader } from './githubPage';
import { issuesByIdQuery, projectsAtOnce, type GithubQuery, type IssueParts } from './githubQueries';
import { issueSchema, nodesSchema } from './githubSchemas';
import { isTooMuch } from './githubServer';

const askedAtOnce = 10;
/** Says how long the lists of an issue are asked to be. */
const listed = issuesByIdQuery([], { isNew: true, projects: projectsAtOnce }).query;

/**
 * The goals of a page of issues; what GitHub hides from us is null, which is no fault. An issue with lists that may go
 * on, such as that of its projects, is asked for once more, with longer ones.
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
  const cut = new Map<string, unknown>();
  for (const [at, { id }] of read.parsed.entries()) {
    const entry = visible[read.places[at] ?? at];
    if (fullLists(entry, listed).length > 0) cut.set(id, entry);
  }
  const { whole, notes } = await withLongerLists(cut, reader, signal);
  const parsed = read.parsed.map((issue) => whole.get(issue.id) ?? issue);
  const mates = await matesIn(parsed, home, reader, signal);
  return { ...goalsOf({ ...read, parsed }, (issue) => issueGoal(issue, home, reader.goals, mates)), notes };
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

async function withLongerLists(
  entries: ReadonlyMap<string, unknown>,
  { server }: GithubReader,
  signal: AbortSignal,
): Promise<{ readonly whole: ReadonlyMap<string, GithubIssue>; readonly notes: readonly string[] }> {
  const whole = new Map<string, GithubIssue>();
  const notes: string[] = [];
  const longer = (each: GithubQuery): GithubQuery => ({ ...each, query: withLongLists(each.query) });
  const ids = [...entries.keys()];
  for (let at = 0; at < ids.length; at += askedAtOnce) {
    const some = ids.slice(at, at + askedAtOnce);
    try {
      const build = (parts: IssueParts): GithubQuery => longer(issuesByIdQuery(some, parts));
      const answer = await server.askForIssues(build, nodesSchema, signal);
      const nodes = (answer?.data.nodes ?? []).filter((node) => node !== null);
      for (const issue of parseEntries(nodes, issueSchema).parsed) whole.set(issue.id, issue);
      notes.push(...notesOnFullLists(nodes, withLongLists(listed)));
    } catch (error) {
      // What is there is worth more than the rest of a list.
      if (!isTooMuch(error) && !isOfPlace(error)) throw error;
      notes.push(
        ...notesOnFullLists(
          some.map((id) => entries.get(id)),
          listed,
        ),
      );
    }
  }
  return { whole, notes };
}
