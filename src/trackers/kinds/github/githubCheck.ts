import type { TrackerLimit } from '../../../core/tracker/trackerLimit';
import type { ConnectionReport } from '../../port/tracker';
import { issueFieldsOf } from './githubChoices';
import { fullName, projectPath, type Followed } from './githubFollow';
import { issuesQuery, projectFieldsQuery } from './githubQueries';
import { userSchema } from './githubRestSchemas';
import { issuesPageSchema, projectFieldsSchema } from './githubSchemas';
import { isOneOf, type GithubServer } from './githubServer';

/** Who we are, and which of the followed places can be read only in part. @throws {TrackerError} */
export async function checkGithub(
  server: GithubServer,
  { repositories, projects }: Followed,
  signal: AbortSignal,
): Promise<ConnectionReport> {
  const { data, headers } = await server.rest({ path: '/user' }, userSchema, signal);
  const version = headers['x-github-enterprise-version'];
  const limits: TrackerLimit[] = [];
  const note = async (of: string, ask: () => Promise<unknown>): Promise<void> => {
    try {
      await ask();
    } catch (error) {
      if (!isOneOf(error, ['notFound', 'forbidden', 'rejected', 'gone'])) throw error;
      const { detail } = error.details;
      limits.push({ kind: 'unreadable', of, ...(detail && { detail }) });
    }
  };
  for (const repository of repositories) {
    await note(fullName(repository), () =>
      server.askForIssues((parts) => issuesQuery(repository, {}, parts, 1), issuesPageSchema, signal),
    );
  }
  for (const project of projects) {
    await note(projectPath(project), () =>
      server.ask(projectFieldsQuery(project), projectFieldsSchema, signal),
    );
  }
  if (server.limit) limits.push({ kind: 'partOfIssues', detail: server.limit });
  else {
    for (const owner of new Set(repositories.map((each) => each.owner))) {
      const { limit } = await issueFieldsOf(server, owner, signal);
      if (limit) limits.push(limit);
    }
  }
  if (repositories.length === 0 && projects.length === 0) limits.push({ kind: 'nothingFollowed' });
  return {
    account: data.name ? `${data.name} (${data.login})` : data.login,
    ...(version && { server: `GitHub Enterprise Server ${version}` }),
    ...(limits.length > 0 && { limits }),
  };
}
