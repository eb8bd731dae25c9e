import { CursorGuard } from '../../http/cursorGuard';
import type { AnswerHeaders } from '../../http/dialect';
import type { HttpRequest } from '../../http/httpClient';
import { fullName, type Repository } from './githubFollow';
import { issueGoal, milestoneGoal } from './githubGoal';
import { githubTime, inOrder, toPage, type GithubPage, type GithubReader } from './githubPage';
import { isPullRequest, restIssueSchema, restListSchema, restMilestoneSchema } from './githubRestSchemas';

type Request = Pick<HttpRequest, 'path' | 'query'>;

/**
 * The issues of a repository that changed, in the order of change. Each page starts at the time of the last one's end
 * where it can, so that nothing is skipped when an issue changes while we read.
 * https://docs.github.com/en/rest/issues/issues#list-repository-issues
 */
export async function* restIssues(
  repository: Repository,
  since: number | undefined,
  { server, goals }: GithubReader,
  signal: AbortSignal,
): AsyncGenerator<GithubPage> {
  const guard = new CursorGuard(server.host);
  const path = `/repos/${fullName(repository)}/issues`;
  const fixed = { state: 'all', sort: 'updated', direction: 'asc', per_page: 100 };
  let from = since === undefined ? undefined : githubTime(since);
  let request: Request = { path, query: { ...fixed, since: from } };
  for (;;) {
    const { data, headers } = await server.rest(request, restListSchema, signal);
    const issues = data.filter((entry) => !isPullRequest(entry));
    const page = inOrder(toPage(issues, restIssueSchema, (issue) => issueGoal(issue, repository, goals)));
    yield page;
    const next = nextAddress(headers);
    if (next === undefined || data.length === 0) return;
    const end = page.latestChange === undefined ? undefined : githubTime(page.latestChange);
    // Many issues of one second, or nothing but pull requests, fill a page: only then its number counts.
    if (end !== undefined && (from === undefined || end > from)) {
      request = { path, query: { ...fixed, since: guard.next(end) } };
      from = end;
    } else request = { path: guard.next(next) };
  }
}

/** All milestones of a repository. https://docs.github.com/en/rest/issues/milestones#list-milestones */
export async function* restMilestones(
  repository: Repository,
  { server, goals }: GithubReader,
  signal: AbortSignal,
): AsyncGenerator<GithubPage> {
  const request = {
    path: `/repos/${fullName(repository)}/milestones`,
    query: { state: 'all', per_page: 100 },
  };
  for await (const entries of restPages(server, request, signal)) {
    yield toPage(entries, restMilestoneSchema, (milestone) => milestoneGoal(milestone, repository, goals));
  }
}

/** The pages of a list; GitHub says where the next one is. */
export async function* restPages(
  server: GithubReader['server'],
  first: Request,
  signal: AbortSignal,
): AsyncGenerator<readonly unknown[]> {
  const guard = new CursorGuard(server.host);
  for (let request = first; ;) {
    const { data, headers } = await server.rest(request, restListSchema, signal);
    yield data;
    const next = nextAddress(headers);
    if (next === undefined) return;
    request = { path: guard.next(next) };
  }
}

/** The address of the next page. https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
function nextAddress(headers: AnswerHeaders): string | undefined {
  return /<([^<>]+)>\s*;\s*rel="next"/.exec(headers['link'] ?? '')?.[1];
}
