import { CursorGuard } from '../../http/cursorGuard';
import type { Project } from './githubFollow';
import { issueGoal } from './githubGoal';
import { toPage, type GithubPage, type GithubReader } from './githubPage';
import { issuesAtOnce, issuesByIdQuery, projectChangesQuery, projectIssuesQuery } from './githubQueries';
import { nextCursor } from './githubRepository';
import { issueSchema, nodesSchema, projectItemSchema, projectPageSchema } from './githubSchemas';

/**
 * The issues of a project that changed, or all of them. A project's items come in the order of the board: to find what
 * changed, all are looked through with their times only. Drafts have no number and so no key: they are not goals.
 */
export async function* projectPages(
  project: Project,
  since: number | undefined,
  reader: GithubReader,
  signal: AbortSignal,
): AsyncGenerator<GithubPage> {
  if (since === undefined) yield* allPages(project, reader, signal);
  else {
    const ids = await changedIds(project, since, reader, signal);
    for (let at = 0; at < ids.length; at += issuesAtOnce) {
      yield await issuesById(ids.slice(at, at + issuesAtOnce), reader, signal);
    }
  }
}

async function* allPages(
  project: Project,
  { server, goals }: GithubReader,
  signal: AbortSignal,
): AsyncGenerator<GithubPage> {
  const guard = new CursorGuard(server.host);
  for (let after: string | undefined; ;) {
    const answer = await server.askForIssues(
      (parts) => projectIssuesQuery(project, { after }, parts),
      projectPageSchema,
      signal,
    );
    if (!answer) return;
    const { nodes, pageInfo } = answer.data.owner.projectV2.items;
    const issues = issueItems(nodes).map(({ content }) => content);
    yield toPage(issues, issueSchema, (issue) => issueGoal(issue, undefined, goals));
    const next = nextCursor(pageInfo);
    if (next === undefined) return;
    after = guard.next(next);
  }
}

async function changedIds(
  project: Project,
  since: number,
  { server }: GithubReader,
  signal: AbortSignal,
): Promise<string[]> {
  const guard = new CursorGuard(server.host);
  const ids = new Set<string>();
  for (let after: string | undefined; ;) {
    const { data } = await server.ask(projectChangesQuery(project, after), projectPageSchema, signal);
    const { nodes, pageInfo } = data.owner.projectV2.items;
    for (const { content, updatedAt } of issueItems(nodes)) {
      const times = [updatedAt, content?.updatedAt].map((time) => Date.parse(time ?? ''));
      // An item without a time may have changed.
      const isChanged = times.some((time) => time >= since) || times.every(Number.isNaN);
      if (isChanged && content?.id) ids.add(content.id);
    }
    const next = nextCursor(pageInfo);
    if (next === undefined) return [...ids];
    after = guard.next(next);
  }
}

async function issuesById(
  ids: readonly string[],
  { server, goals }: GithubReader,
  signal: AbortSignal,
): Promise<GithubPage> {
  const answer = await server.askForIssues((parts) => issuesByIdQuery(ids, parts), nodesSchema, signal);
  return toPage(answer?.data.nodes, issueSchema, (issue) => issueGoal(issue, undefined, goals));
}

function issueItems(nodes: readonly unknown[] | null | undefined) {
  return (nodes ?? []).flatMap((node) => {
    const item = projectItemSchema.safeParse(node).data;
    return item && !item.isArchived && item.content?.__typename === 'Issue' ? [item] : [];
  });
}
