import type { searchPriorities, searchProjects } from 'jira.js/cloud';
import type { ReceivedRequest } from '../../support/trackerServer';

/** A schema of the vendor: throws where a value does not fit. */
interface Contract {
  parse(value: unknown): unknown;
}

/** The names of what a call takes beside its client. */
type ParametersOf<T extends (client: never, parameters: never) => unknown> = keyof NonNullable<
  Parameters<T>[1]
>;

/** What Atlassian's own description of the API says of requests and answers, strict about unknown names. */
export interface CloudContract {
  /** @throws where a request is not one that the API knows */
  checkRequest(request: ReceivedRequest): void;
  /** @throws where an answer is not one that the API would give */
  checkAnswer(path: string, answer: unknown): void;
}

/** The parameters that an address knows; of these, the vendor's types are all there is. */
const parameters: Readonly<Record<string, readonly string[]>> = {
  '/rest/api/3/priority/search': ['startAt', 'maxResults'] satisfies ParametersOf<typeof searchPriorities>[],
  '/rest/api/3/project/search': [
    'startAt',
    'maxResults',
    'orderBy',
    'expand',
    'status',
  ] satisfies ParametersOf<typeof searchProjects>[],
};

/** Loads the schemas that jira.js is generated with from Atlassian's OpenAPI document. */
export async function loadContract(): Promise<CloudContract> {
  // Read once, when its schemas are made: unknown names are refused instead of let through.
  process.env['AUDIT_SCHEMAS'] = 'true';
  const cloud = await import('jira.js/cloud');
  delete process.env['AUDIT_SCHEMAS'];
  const answers: Readonly<Record<string, Contract>> = {
    '/rest/api/3/search/jql': cloud.SearchAndReconcileResultsSchema,
    '/rest/api/3/issue/bulkfetch': cloud.BulkIssueResultsSchema,
    '/rest/api/3/priority/search': cloud.PagePrioritySchema,
    '/rest/api/3/project/search': cloud.PageProjectSchema,
    '/rest/api/3/field': cloud.FieldDetailsSchema.array(),
    '/rest/api/3/myself': cloud.DashboardUserSchema,
    '/rest/api/2/serverInfo': cloud.ServerInformationSchema,
  };
  const bodies: Readonly<Record<string, Contract>> = {
    '/rest/api/3/search/jql': cloud.SearchAndReconcileRequestSchema,
    '/rest/api/3/issue/bulkfetch': cloud.BulkFetchIssueRequestSchema,
  };
  // The answer's schema leaves the fields of an issue open.
  const fields: Readonly<Record<string, Contract>> = {
    status: cloud.StatusDetailsSchema,
    issuetype: cloud.IssueTypeDetailsSchema,
    priority: cloud.PrioritySchema,
    assignee: cloud.UserDetailsSchema,
    parent: cloud.LinkedIssueSchema,
    issuelinks: cloud.IssueLinkSchema.array(),
    components: cloud.ProjectComponentSchema.array(),
    fixVersions: cloud.VersionSchema.array(),
    votes: cloud.VotesSchema,
  };
  const checkFields = (issue: unknown): void => {
    const values = (issue as { readonly fields?: Record<string, unknown> }).fields ?? {};
    for (const [name, value] of Object.entries(values)) {
      if (value !== null) fields[name]?.parse(value);
    }
  };
  return {
    checkRequest: ({ url, body }) => {
      const { pathname, searchParams } = url;
      if (body !== undefined) (bodies[pathname] ?? unknown(pathname)).parse(body);
      for (const name of searchParams.keys()) {
        if (!parameters[pathname]?.includes(name)) throw new Error(`${pathname} knows no ${name}.`);
      }
    },
    checkAnswer: (path, answer) => {
      (answers[path] ?? unknown(path)).parse(answer);
      const { issues } = answer as { readonly issues?: readonly unknown[] };
      issues?.forEach(checkFields);
    },
  };
}

function unknown(path: string): never {
  throw new Error(`${path} is not in the contract.`);
}
