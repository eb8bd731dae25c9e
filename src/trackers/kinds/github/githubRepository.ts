import { CursorGuard } from '../../http/cursorGuard';
import { LaterFault } from '../../mapping/laterFault';
import type { Repository } from './githubFollow';
import { milestoneGoal } from './githubGoal';
import { issuePage } from './githubIssuePage';
import { githubTime, inOrder, toPage, type GithubPage, type GithubReader } from './githubPage';
import { issuesQuery, milestonesQuery } from './githubQueries';
import { restIssues, restMilestones } from './githubRest';
import { issuesPageSchema, milestoneSchema, milestonesPageSchema } from './githubSchemas';

/** The milestones and then the issues of a repository that changed, the issues in the order of change. */
export async function* repositoryPages(
  repository: Repository,
  since: number | undefined,
  reader: GithubReader,
  signal: AbortSignal,
): AsyncGenerator<GithubPage> {
  const first = await issuesPage(repository, since, undefined, reader, signal);
  const fault = new LaterFault();
  try {
    if (first) yield* milestonePages(repository, since, reader, signal);
    else yield* restMilestones(repository, reader, signal);
  } catch (error) {
    fault.note(error);
  }
  const issues = first
    ? issuePages(repository, since, first, reader, signal)
    : restIssues(repository, since, reader, signal);
  for await (const { latestChange, ...page } of issues) {
    // Without a mark, the milestones are asked for again as well.
    yield latestChange === undefined || fault.isNoted ? page : { ...page, latestChange };
  }
  fault.tell();
}

interface IssuesPage {
  readonly page: GithubPage;
  readonly next: string | undefined;
}

async function* issuePages(
  repository: Repository,
  since: number | undefined,
  first: IssuesPage,
  reader: GithubReader,
  signal: AbortSignal,
): AsyncGenerator<GithubPage> {
  yield first.page;
  const guard = new CursorGuard(reader.server.host);
  for (let after = first.next; after !== undefined;) {
    const more = await issuesPage(repository, since, guard.next(after), reader, signal);
    if (!more) return;
    yield more.page;
    after = more.next;
  }
}

async function issuesPage(
  repository: Repository,
  since: number | undefined,
  after: string | undefined,
  reader: GithubReader,
  signal: AbortSignal,
): Promise<IssuesPage | undefined> {
  const { server, goals } = reader;
  const asked = { after, since: since === undefined ? undefined : githubTime(since) };
  const answer = await server.inPages((first) =>
    server.askForIssues((parts) => issuesQuery(repository, asked, parts, first), issuesPageSchema, signal),
  );
  if (!answer) return undefined;
  const { nameWithOwner, issues } = answer.data.repository;
  if (nameWithOwner) goals.keys.renamed(repository, nameWithOwner);
  const page = inOrder(await issuePage(issues.nodes, repository, reader, signal));
  const { totalCount } = issues;
  return {
    page: { ...page, ...(typeof totalCount === 'number' && { total: totalCount }) },
    next: nextCursor(issues.pageInfo),
  };
}

/**
 * The milestones: all of them, or the pages up to the last changed one. Reads at least one page, because the counts of
 * a milestone change with its issues.
 */
async function* milestonePages(
  repository: Repository,
  since: number | undefined,
  { server, goals }: GithubReader,
  signal: AbortSignal,
): AsyncGenerator<GithubPage> {
  const guard = new CursorGuard(server.host);
  for (let after: string | undefined; ;) {
    const { data } = await server.ask(milestonesQuery(repository, after), milestonesPageSchema, signal);
    const { nodes, pageInfo } = data.repository.milestones;
    const page = toPage(nodes, milestoneSchema, (milestone) => milestoneGoal(milestone, repository, goals));
    yield page;
    const oldest = Date.parse(page.goals.at(-1)?.updatedAt ?? '');
    const next = nextCursor(pageInfo);
    if (next === undefined || (since !== undefined && oldest < since)) return;
    after = guard.next(next);
  }
}

/** The cursor of the next page, if there is one. */
export function nextCursor({
  hasNextPage,
  endCursor,
}: {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null | undefined;
}): string | undefined {
  return hasNextPage && endCursor ? endCursor : undefined;
}
