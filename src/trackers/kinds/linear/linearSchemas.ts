import * as z from 'zod';
import { pageEntries } from '../../http/pageEntries';

// Only what identifies an item is required: a field that Linear drops or changes must not lose the goal.

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const text = optional(z.string());
const nodesOf = <T extends z.ZodType>(schema: T) => optional(z.object({ nodes: z.array(optional(schema)) }));

const person = optional(z.object({ name: text, email: text, isMe: optional(z.boolean()) }));
const page = z.object({ slugId: text, url: text });
const names = nodesOf(z.object({ name: z.string() }));
const common = {
  id: z.string().min(1),
  url: text,
  archivedAt: text,
  trashed: optional(z.boolean()),
  updatedAt: text,
  completedAt: text,
  canceledAt: text,
};
const plan = {
  name: z.string(),
  slugId: text,
  description: text,
  content: text,
  priority: optional(z.number()),
  health: text,
  targetDate: text,
  targetDateResolution: text,
  labels: names,
};

/** A page of any list, each entry still to be checked by itself. */
export const listSchema = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  nodes: pageEntries,
});

/** What says when an entry changed, whatever it is. */
export const changeSchema = z.object({
  id: z.string(),
  updatedAt: text,
  archivedAt: text,
  trashed: optional(z.boolean()),
});

/** What says when an entry changed, whatever it is. */
export type LinearChange = z.output<typeof changeSchema>;

/** Whose an initiative or project is by its address. */
export type LinearPage = z.output<typeof page>;

/** One initiative. */
export const initiativeSchema = z.object({
  ...common,
  ...plan,
  status: text,
  owner: person,
  parentInitiative: optional(page),
  subInitiatives: nodesOf(z.object({ id: z.string() })),
});
/** One initiative. */
export type LinearInitiative = z.output<typeof initiativeSchema>;

/** One project. */
export const projectSchema = z.object({
  ...common,
  ...plan,
  priorityLabel: text,
  progress: optional(z.number()),
  status: optional(z.object({ name: z.string(), type: text })),
  lead: person,
  teams: nodesOf(z.object({ key: z.string() })),
  initiatives: nodesOf(page),
  relations: nodesOf(z.object({ type: z.string(), relatedProject: page })),
  inverseRelations: nodesOf(z.object({ type: z.string(), project: page })),
});
/** One project. */
export type LinearProject = z.output<typeof projectSchema>;

const issueLink = z.object({ identifier: z.string() });

/** One issue. */
export const issueSchema = z.object({
  ...common,
  identifier: z.string(),
  previousIdentifiers: optional(z.array(z.string())),
  branchName: text,
  attachments: nodesOf(z.object({ url: z.string() })),
  title: z.string(),
  description: text,
  priority: optional(z.number()),
  priorityLabel: text,
  dueDate: text,
  state: optional(z.object({ name: z.string(), type: text })),
  assignee: person,
  parent: optional(issueLink),
  project: optional(page),
  relations: nodesOf(z.object({ type: z.string(), relatedIssue: issueLink })),
  inverseRelations: nodesOf(z.object({ type: z.string(), issue: issueLink })),
  labels: names,
});
/** One issue. */
export type LinearIssue = z.output<typeof issueSchema>;

const reference = optional(z.object({ id: z.string() }));

/** What one customer asked for. */
export const needSchema = z.object({
  id: z.string(),
  body: text,
  url: text,
  updatedAt: text,
  archivedAt: text,
  project: reference,
  issue: reference,
  customer: optional(
    z.object({
      id: z.string(),
      name: text,
      revenue: optional(z.number()),
      /** How large the customer is, in whatever the workspace counts: seats, people. */
      size: optional(z.number()),
      tier: optional(z.object({ displayName: z.string(), position: optional(z.number()) })),
    }),
  ),
});
/** What one customer asked for. */
export type LinearNeed = z.output<typeof needSchema>;

/** Who is signed in where. */
export const workspaceSchema = z.object({
  viewer: z.object({ name: text, email: text }),
  organization: optional(z.object({ name: text, customersEnabled: optional(z.boolean()) })),
});

/** The teams of who is signed in. */
export const ownTeamsSchema = z.object({
  viewer: z.object({ teams: nodesOf(z.object({ key: z.string() })) }),
});

/** One team. */
export const teamSchema = z.object({ key: z.string().min(1), name: text, description: text });

/** One issue, still to be checked. */
export const oneIssueSchema = z.object({ issue: z.record(z.string(), z.unknown()) });
