import * as z from 'zod';
import { pageEntries } from '../../http/pageEntries';

// Which fields an issue has depends on its project, its type and what the person may see: everything beside id, key
// and summary is optional. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const named = z.object({ name: z.string() });
const listOf = <T extends z.ZodType>(entry: T) =>
  optional(
    z.array(entry.nullable().catch(null)).transform((entries) => entries.filter((each) => each !== null)),
  );
const share = optional(
  z.object({ progress: optional(z.number()), total: optional(z.number()), percent: optional(z.number()) }),
);
const keyed = optional(z.object({ key: z.string() }));

/** A link to another issue: it reads "this issue `inward` the inward issue", or the same with `outward`. */
const issueLinkSchema = z.object({
  type: z.object({
    name: optional(z.string()),
    inward: optional(z.string()),
    outward: optional(z.string()),
  }),
  inwardIssue: keyed,
  outwardIssue: keyed,
});
/** A link to another issue. */
export type JiraLink = z.output<typeof issueLinkSchema>;

/** A version of a project. */
const versionSchema = z.object({
  name: optional(z.string()),
  released: optional(z.boolean()),
  archived: optional(z.boolean()),
  releaseDate: optional(z.string()),
});

/** Cloud knows people by their account's id, Data Center by a key or name. */
const accountIds = {
  accountId: optional(z.string()),
  key: optional(z.string()),
  name: optional(z.string()),
};

/** One issue. Custom fields stay as they are. */
export const issueSchema = z.object({
  id: z.string().min(1),
  key: z.string(),
  fields: z.looseObject({
    summary: z.string(),
    description: z.unknown().optional(),
    issuetype: optional(z.object({ name: z.string(), hierarchyLevel: optional(z.number()) })),
    status: optional(z.object({ name: z.string(), statusCategory: keyed })),
    resolution: optional(named),
    priority: optional(z.object({ id: optional(z.string()), name: z.string() })),
    assignee: optional(
      z.object({
        displayName: optional(z.string()),
        emailAddress: optional(z.string()),
        ...accountIds,
      }),
    ),
    parent: keyed,
    issuelinks: listOf(issueLinkSchema),
    labels: listOf(z.string()),
    components: listOf(named),
    fixVersions: listOf(versionSchema),
    duedate: optional(z.string()),
    aggregateprogress: share,
    progress: share,
    votes: optional(z.object({ votes: z.number() })),
    updated: optional(z.string()),
    resolutiondate: optional(z.string()),
    statuscategorychangedate: optional(z.string()),
  }),
});
/** One issue. */
export type JiraIssue = z.output<typeof issueSchema>;

/** As much of an issue as says whether it has been seen already. */
export const stampSchema = z.object({
  id: z.string(),
  fields: optional(z.object({ updated: optional(z.string()) })),
});

/** A page of Cloud's search, each issue still to be checked by itself. */
export const cloudPageSchema = z.object({
  issues: pageEntries,
  nextPageToken: z.string().nullish(),
  isLast: optional(z.boolean()),
});

/** Issues that were asked for by key, and those that Jira could not give just now. */
export const bulkSchema = z.object({
  issues: pageEntries,
  issueErrors: optional(z.array(z.object({ id: optional(z.string()) }))),
});

/** A page of Data Center's search. */
export const serverPageSchema = z.object({
  issues: pageEntries,
  maxResults: optional(z.int()),
  total: optional(z.int()),
});

/** A page of any other of Cloud's lists. */
export const valuesPageSchema = z.object({
  values: pageEntries,
  isLast: optional(z.boolean()),
  total: optional(z.int()),
});

/** A list without pages. */
export const listSchema = pageEntries;

/** A priority. */
export const prioritySchema = z.object({ id: z.string() });

/** A project that can be followed. */
export const projectSchema = z.object({
  key: z.string().min(1),
  name: optional(z.string()),
  description: optional(z.string()),
  archived: optional(z.boolean()),
});

/** A field of the issues. */
export const fieldSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  untranslatedName: optional(z.string()),
  schema: optional(
    z.object({
      type: z.string(),
      items: optional(z.string()),
      custom: optional(z.string()),
      system: optional(z.string()),
    }),
  ),
});
/** A field of the issues. */
export type JiraField = z.output<typeof fieldSchema>;

/** Which Jira answers. */
export const serverInfoSchema = z.object({
  deploymentType: optional(z.string()),
  version: optional(z.string()),
  baseUrl: optional(z.string()),
});

/** Who somebody is: Cloud has ids of accounts, Data Center keys and names. */
export interface JiraAccount {
  readonly accountId?: string | null | undefined;
  readonly key?: string | null | undefined;
  readonly name?: string | null | undefined;
}

/** Who is signed in. */
export const myselfSchema = z.object({
  ...accountIds,
  displayName: optional(z.string()),
});
