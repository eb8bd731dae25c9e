import * as z from 'zod';
import { pageEntries } from '../../http/pageEntries';

// Only what identifies an item is required: which widgets there are depends on the plan and the version.

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const text = optional(z.string());
const number = optional(z.number());
const nodesOf = <T extends z.ZodType>(schema: T) => optional(z.object({ nodes: z.array(optional(schema)) }));
const iid = z.union([z.string().regex(/^\d{1,9}$/), z.int().positive().transform(String)]);

const link = {
  id: z.string().min(1),
  iid,
  webUrl: text,
  workItemType: optional(z.object({ name: text })),
  namespace: optional(z.object({ fullPath: text })),
};
const linkSchema = z.object(link);
/** What names another work item. */
export type GitlabLink = z.output<typeof linkSchema>;

const customFieldSchema = z.object({
  customField: z.object({ name: z.string() }),
  number,
  text,
  selectedOptions: optional(z.array(z.object({ value: z.string() }))),
});

const mergeRequestSchema = z.object({
  webUrl: z.string(),
  sourceBranch: text,
  sourceProject: optional(z.object({ webUrl: text })),
});

/** What any of the widgets that we ask for may hold; each has a few of these. */
const widgetSchema = z.object({
  parent: optional(linkSchema),
  labels: nodesOf(z.object({ title: z.string() })),
  assignees: nodesOf(z.object({ name: text, username: text })),
  dueDate: text,
  milestone: optional(z.object({ iid, dueDate: text, webPath: text })),
  healthStatus: text,
  weight: number,
  upvotes: number,
  progress: number,
  startValue: number,
  currentValue: number,
  endValue: number,
  status: optional(z.object({ name: z.string(), category: text })),
  linkedItems: nodesOf(z.object({ linkType: text, workItem: optional(linkSchema) })),
  closingMergeRequests: nodesOf(z.object({ mergeRequest: optional(mergeRequestSchema) })),
  customFieldValues: optional(z.array(optional(customFieldSchema))),
});
/** What a work item's widgets hold, taken together. */
export type GitlabWidgets = Partial<z.output<typeof widgetSchema>>;

/** One epic, objective, key result or issue. */
export const workItemSchema = z.object({
  ...link,
  title: z.string(),
  description: text,
  state: text,
  updatedAt: text,
  closedAt: text,
  movedToWorkItemUrl: text,
  duplicatedToWorkItemUrl: text,
  promotedToEpicUrl: text,
  widgets: optional(z.array(optional(widgetSchema))),
});
/** One epic, objective, key result or issue. */
export type GitlabWorkItem = z.output<typeof workItemSchema>;

/** A page of work items, each still to be checked separately; null if the path is hidden from us. */
export const workItemsSchema = z
  .object({
    // The Community Edition has no work items of groups.
    workItems: z
      .object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
        nodes: pageEntries.nullish(),
      })
      .nullish(),
  })
  .nullish();

/** Who is signed in, as each page says it. */
export const currentUserSchema = optional(z.object({ username: text }));

/** What a path is. */
export const placeSchema = z.object({
  group: z.object({ fullPath: z.string() }).nullish(),
  project: z.object({ fullPath: z.string(), group: optional(z.object({ fullPath: z.string() })) }).nullish(),
});

/** The first epic of a group. */
export const epicsSchema = z.object({
  group: z.object({ workItems: z.object({ nodes: pageEntries.nullish() }).nullish() }).nullish(),
});

/** A page of entries of the REST API, each still to be checked by itself. */
export const entriesSchema = pageEntries;

/** One milestone. https://docs.gitlab.com/api/milestones/ */
export const milestoneSchema = z.object({
  id: z.int().positive(),
  iid,
  title: z.string(),
  description: text,
  state: text,
  due_date: text,
  updated_at: text,
  web_url: z.string(),
});
/** One milestone. */
export type GitlabMilestone = z.output<typeof milestoneSchema>;

/** One group. */
export const groupSchema = z.object({ full_path: z.string().min(1), full_name: text, description: text });
/** One project. */
export const projectSchema = z.object({
  path_with_namespace: z.string().min(1),
  name_with_namespace: text,
  description: text,
});

/** Who is signed in. */
export const userSchema = z.object({ username: z.string(), name: text });
/** What is installed. */
export const versionSchema = z.object({ version: text });
