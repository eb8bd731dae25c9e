import * as z from 'zod';
import { pageEntries } from '../../http/pageEntries';
import { closingLinks, linkedBranch } from '../../mapping/codeLinks';
import { listOrNone } from '../../mapping/listOrNone';
import type { GithubField, GithubIssue, GithubMilestone, GithubProjectField } from './githubIssue';

// Answers of the GraphQL interface. A token may lack the right to any field, which is then null.

/** Absent in any way: left out, null or of another type. */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

const nodesOf = <T extends z.ZodType>(schema: T) =>
  z
    .object({ nodes: listOrNone(schema) })
    .nullish()
    .catch(undefined)
    .transform((connection) => connection?.nodes ?? []);

const text = optional(z.string());
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: optional(z.string()) });
const page = z.object({ pageInfo, nodes: pageEntries.nullish() });

/** A page of a repository's issues. */
export const issuesPageSchema = z.object({
  repository: z.object({
    nameWithOwner: text,
    issues: page.extend({ totalCount: optional(z.int()) }),
  }),
});

/** A page of a repository's milestones. */
export const milestonesPageSchema = z.object({ repository: z.object({ milestones: page }) });

/** A page of a project's items. */
export const projectPageSchema = z.object({ owner: z.object({ projectV2: z.object({ items: page }) }) });

/** Issues by their ids; null for those that are gone. */
export const nodesSchema = z.object({ nodes: pageEntries });

/** Items by their numbers: each within its place. */
export const itemsSchema = z.record(
  z.string(),
  optional(z.object({ nameWithOwner: text, item: z.unknown() })),
);

/** A project's item, as far as it says what changed and when. */
export const projectItemSchema = z.object({
  isArchived: optional(z.boolean()),
  updatedAt: text,
  content: optional(z.looseObject({ __typename: text, id: text, updatedAt: text })),
});

const namedField = nodesOf(z.object({ name: z.string().min(1), dataType: text }));
/** The names and types of an organisation's issue fields. */
export const issueFieldsSchema = z.object({ organization: optional(z.object({ issueFields: namedField })) });
/** The names and types of a project's fields. */
export const projectFieldsSchema = z.object({
  owner: z.object({ projectV2: z.object({ fields: namedField }) }),
});

const ownedProjects = nodesOf(z.object({ number: z.int(), title: z.string(), shortDescription: text }));
/** The projects that a person can see. */
export const projectsSchema = z.object({
  viewer: z.object({
    login: z.string(),
    projectsV2: ownedProjects,
    organizations: nodesOf(z.object({ login: z.string(), projectsV2: ownedProjects })),
  }),
});

const reference = z
  .object({ number: z.int().positive(), repository: optional(z.object({ nameWithOwner: z.string() })) })
  .transform(({ number, repository }) => ({ number, repository: repository?.nameWithOwner }));

/** A field with its value, as issues and projects have it. */
const fieldSchema = z
  .object({
    name: text,
    number: optional(z.number()),
    date: text,
    text,
    selected: listOrNone(z.object({ name: z.string() })),
    field: z.object({
      name: z.string().min(1),
      options: listOrNone(z.object({ name: z.string(), priority: optional(z.number()) })),
    }),
  })
  .transform((each): GithubField | undefined => {
    const selected = each.selected.map(({ name }) => name);
    const value = selected.length > 0 ? selected : (each.name ?? each.number ?? each.date ?? each.text);
    if (value === null || value === undefined) return undefined;
    const inOrder = each.field.options.toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0));
    const options = inOrder.map(({ name }) => name);
    return { name: each.field.name, value, isDate: typeof each.date === 'string', options };
  });

const projectItemFields = z
  .object({
    isArchived: optional(z.boolean()),
    project: z.object({ number: z.int(), owner: z.object({ login: z.string() }) }),
    fieldValues: nodesOf(fieldSchema),
  })
  .transform(({ isArchived, project, fieldValues }): GithubProjectField[] => {
    const from = { owner: project.owner.login, number: project.number };
    return isArchived ? [] : fieldValues.flatMap((field) => (field ? [{ ...field, project: from }] : []));
  });

const inFavour = new Set(['THUMBS_UP', 'HEART', 'HOORAY', 'ROCKET']);
const reactionsSchema = listOrNone(
  z.object({ content: z.string(), reactors: z.object({ totalCount: z.int().nonnegative() }) }),
).transform((groups) =>
  groups.reduce((sum, { content, reactors }) => sum + (inFavour.has(content) ? reactors.totalCount : 0), 0),
);

const place = z.object({ url: z.string() });
const linkedBranchSchema = z
  .object({ ref: z.object({ name: z.string(), repository: place }) })
  .transform(({ ref }) => linkedBranch(ref.name, ref.repository.url));
const closingSchema = z
  .object({ url: z.string(), headRefName: text, headRepository: optional(place) })
  .transform((request) => closingLinks(request.url, request.headRefName, request.headRepository?.url));

/** An issue. */
export const issueSchema = z
  .object({
    id: z.string(),
    number: z.int().positive(),
    title: z.string(),
    body: text,
    state: text,
    stateReason: text,
    updatedAt: text,
    closedAt: text,
    url: text,
    repository: optional(z.object({ nameWithOwner: z.string() })),
    issueType: optional(z.object({ name: z.string() })),
    assignees: nodesOf(z.object({ login: text, name: text, isViewer: optional(z.boolean()) })),
    labels: nodesOf(z.object({ name: z.string() })),
    milestone: optional(z.object({ number: z.int().positive(), dueOn: text })),
    reactionGroups: reactionsSchema,
    parent: optional(reference),
    subIssuesSummary: optional(z.object({ total: z.number(), percentCompleted: z.number() })),
    blockedBy: nodesOf(reference),
    blocking: nodesOf(reference),
    linkedBranches: nodesOf(linkedBranchSchema),
    closedByPullRequestsReferences: nodesOf(closingSchema),
    issueFieldValues: nodesOf(fieldSchema),
    projectItems: nodesOf(projectItemFields),
  })
  .transform((issue): GithubIssue => ({
    id: issue.id,
    number: issue.number,
    title: issue.title,
    repository: issue.repository?.nameWithOwner,
    body: issue.body ?? undefined,
    url: issue.url ?? undefined,
    updatedAt: issue.updatedAt ?? undefined,
    isClosed: issue.state === 'CLOSED',
    closedAt: issue.closedAt,
    stateReason: issue.stateReason ?? undefined,
    type: issue.issueType?.name,
    assignees: issue.assignees.flatMap(({ login, name }) => [name, login].find((each) => each?.trim()) ?? []),
    logins: issue.assignees.flatMap(({ login }) => login ?? []),
    isMine: issue.assignees.some(({ isViewer }) => isViewer === true),
    labels: issue.labels.map(({ name }) => name),
    milestone: issue.milestone
      ? { number: issue.milestone.number, dueOn: issue.milestone.dueOn ?? undefined }
      : undefined,
    parent: issue.parent ?? undefined,
    subIssues: issue.subIssuesSummary ?? undefined,
    blockedBy: issue.blockedBy,
    blocks: issue.blocking,
    reactions: issue.reactionGroups,
    links: [...issue.linkedBranches, ...issue.closedByPullRequestsReferences].flat(),
    fields: issue.issueFieldValues.flatMap((field) => field ?? []),
    projectFields: issue.projectItems.flat(),
  }));

/** A milestone. */
export const milestoneSchema = z
  .object({
    id: z.string(),
    number: z.int().positive(),
    title: z.string(),
    description: text,
    url: text,
    state: text,
    dueOn: text,
    updatedAt: text,
    closedAt: text,
    open: optional(z.object({ totalCount: z.number() })),
    closed: optional(z.object({ totalCount: z.number() })),
  })
  .transform((milestone): GithubMilestone => ({
    id: milestone.id,
    number: milestone.number,
    title: milestone.title,
    description: milestone.description ?? undefined,
    url: milestone.url ?? undefined,
    isClosed: milestone.state === 'CLOSED',
    closedAt: milestone.closedAt,
    dueOn: milestone.dueOn ?? undefined,
    openCount: milestone.open?.totalCount ?? 0,
    closedCount: milestone.closed?.totalCount ?? 0,
    updatedAt: milestone.updatedAt ?? undefined,
  }));
