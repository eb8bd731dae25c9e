import type { TrackerLimit } from '../../../core/tracker/trackerLimit';
import type { Followable, TrackerField } from '../../port/tracker';
import type { Followed } from './githubFollow';
import { issueFieldsQuery, projectFieldsQuery, projectsQuery } from './githubQueries';
import { restPages } from './githubRest';
import { repositoriesSchema } from './githubRestSchemas';
import { issueFieldsSchema, projectFieldsSchema, projectsSchema } from './githubSchemas';
import { isOneOf, type GithubServer } from './githubServer';

/** How many pages are read: a person with more repositories types the name of one that is not among the latest. */
const maxPages = 3;
const types: ReadonlyMap<string, TrackerField['type']> = new Map([
  ['NUMBER', 'number'],
  ['TEXT', 'text'],
  ['SINGLE_SELECT', 'list'],
  ['MULTI_SELECT', 'list'],
]);

/** Repositories with issues, most recently pushed first, and then projects. @throws {TrackerError} */
export async function githubFollowables(server: GithubServer, signal: AbortSignal): Promise<Followable[]> {
  const found: Followable[] = [];
  let pages = 0;
  const request = { path: '/user/repos', query: { sort: 'pushed', per_page: 100 } };
  for await (const entries of restPages(server, request, signal)) {
    for (const { full_name: name, description, archived, has_issues: hasIssues } of repositoriesSchema.parse(
      entries,
    )) {
      if (archived || hasIssues === false) continue;
      found.push({ value: name, label: name, ...(description && { description }) });
    }
    pages += 1;
    if (pages >= maxPages) break;
  }
  return [...found, ...(await projects(server, signal))];
}

/** The fields of the issues of the followed organisations and projects. @throws {TrackerError} */
export async function githubFields(
  server: GithubServer,
  { repositories, projects: followed }: Followed,
  signal: AbortSignal,
): Promise<TrackerField[]> {
  const found = new Map<string, TrackerField>();
  const take = (fields: readonly { name: string; dataType?: string | null | undefined }[]): void => {
    for (const { name, dataType } of fields) {
      const type = types.get(dataType ?? '');
      if (type && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), { name, type });
    }
  };
  for (const owner of new Set([...repositories, ...followed].map((each) => each.owner))) {
    take((await issueFieldsOf(server, owner, signal)).fields);
  }
  for (const project of followed) {
    const { data } = await server.ask(projectFieldsQuery(project), projectFieldsSchema, signal);
    take(data.owner.projectV2.fields);
  }
  return [...found.values()];
}

/** The issue fields of an owner, or why there are none. @throws {TrackerError} */
export async function issueFieldsOf(
  server: GithubServer,
  owner: string,
  signal: AbortSignal,
): Promise<{
  readonly fields: readonly { readonly name: string; readonly dataType?: string | null | undefined }[];
  readonly limit?: TrackerLimit;
}> {
  const limitOf = (detail?: string): TrackerLimit => ({
    kind: 'noIssueFields',
    of: owner,
    ...(detail && { detail }),
  });
  try {
    const { data, errors } = await server.ask(issueFieldsQuery(owner), issueFieldsSchema, signal);
    const fields = data.organization?.issueFields ?? [];
    if (fields.length > 0) return { fields };
    return { fields, limit: limitOf(errors[0]?.message) };
  } catch (error) {
    if (!isOneOf(error, ['rejected', 'forbidden', 'notFound'])) throw error;
    return { fields: [], limit: limitOf(error.details.detail) };
  }
}

/** The projects, if the token may see them. */
async function projects(server: GithubServer, signal: AbortSignal): Promise<Followable[]> {
  try {
    const { data } = await server.ask(projectsQuery(), projectsSchema, signal);
    const { viewer } = data;
    return [
      ...viewer.organizations.map((owner) => ({ ...owner, path: `orgs/${owner.login}` })),
      { ...viewer, path: `users/${viewer.login}` },
    ].flatMap(({ projectsV2, path }) =>
      projectsV2.map(({ number, title, shortDescription }) => ({
        value: `${path}/projects/${number}`,
        label: title,
        ...(shortDescription && { description: shortDescription }),
      })),
    );
  } catch (error) {
    if (isOneOf(error, ['rejected', 'forbidden', 'notFound', 'wrongShape'])) return [];
    throw error;
  }
}
