import { TrackerError } from '../../../core/tracker/trackerError';
import { CursorGuard } from '../../http/cursorGuard';
import { LaterFault } from '../../mapping/laterFault';
import type { Project } from './githubFollow';
import { issuePage } from './githubIssuePage';
import type { GithubPage, GithubReader } from './githubPage';
import { issuesAtOnce, issuesByIdQuery, projectChangesQuery, projectIssuesQuery } from './githubQueries';
import { nextCursor } from './githubRepository';
import { nodesSchema, projectItemSchema, projectPageSchema } from './githubSchemas';
import { isTooMuch } from './githubServer';

/**
 * The issues of a project that changed, or all of them. A project's items come in board order, so finding the changed
 * ones means going through all items, with only their times. Drafts have no number, and so no key: they are not goals.
 */
export async function* projectPages(
  project: Project,
  since: number | undefined,
  reader: GithubReader,
  signal: AbortSignal,
): AsyncGenerator<GithubPage> {
  if (since === undefined) yield* allPages(project, reader, signal);
  else {
    const fault = new LaterFault();
    const ids = await changedIds(project, since, reader, fault, signal);
    for (let at = 0; at < ids.length; at += issuesAtOnce) {
      yield await issuesById(ids.slice(at, at + issuesAtOnce), reader, signal);
    }
    fault.tell();
  }
}

async function* allPages(
  project: Project,
  reader: GithubReader,
  signal: AbortSignal,
): AsyncGenerator<GithubPage> {
  const { server } = reader;
  const guard = new CursorGuard(server.host);
  for (let after: string | undefined; ;) {
    const answer = await server.inPages((first) =>
      server.askForIssues(
        (parts) => projectIssuesQuery(project, { after }, parts, first),
        projectPageSchema,
        signal,
      ),
    );
    // REST has no projects.
    if (!answer) throw server.refusal ?? new TrackerError('rejected', { host: server.host });
    const { nodes, pageInfo } = answer.data.owner.projectV2.items;
    const issues = issueItems(nodes).map(({ content }) => content);
    yield await issuePage(issues, undefined, reader, signal);
    const next = nextCursor(pageInfo);
    if (next === undefined) return;
    after = guard.next(next);
  }
}

/** The ids of what changed, as far as the list goes. */
async function changedIds(
  project: Project,
  since: number,
  { server }: GithubReader,
  fault: LaterFault,
  signal: AbortSignal,
): Promise<string[]> {
  const guard = new CursorGuard(server.host);
  const ids = new Set<string>();
  try {
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
      if (next === undefined) break;
      after = guard.next(next);
    }
  } catch (error) {
    fault.note(error);
  }
  return [...ids];
}

/** Issues by their ids, in halves if all at once are too many. */
async function issuesById(
  ids: readonly string[],
  reader: GithubReader,
  signal: AbortSignal,
): Promise<GithubPage> {
  try {
    const answer = await reader.server.askForIssues(
      (parts) => issuesByIdQuery(ids, parts),
      nodesSchema,
      signal,
    );
    return await issuePage(answer?.data.nodes, undefined, reader, signal);
  } catch (error) {
    if (ids.length === 1 || !isTooMuch(error)) throw error;
    const half = Math.ceil(ids.length / 2);
    const first = await issuesById(ids.slice(0, half), reader, signal);
    const second = await issuesById(ids.slice(half), reader, signal);
    return {
      goals: [...first.goals, ...second.goals],
      problems: [...first.problems, ...second.problems],
    };
  }
}

function issueItems(nodes: readonly unknown[] | null | undefined) {
  return (nodes ?? []).flatMap((node) => {
    const item = projectItemSchema.safeParse(node).data;
    return item && !item.isArchived && item.content?.__typename === 'Issue' ? [item] : [];
  });
}
