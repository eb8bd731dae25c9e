import * as z from 'zod';
import { pageEntries } from '../../http/pageEntries';
import { listOrNone } from '../../mapping/listOrNone';

// Only what identifies a goal is required: a field that Atlassian drops or changes must not lose the goal.

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const text = optional(z.string());
const number = optional(z.number());
/** What an edge of a list leads to. */
export function nodeOf(edge: unknown): unknown {
  return typeof edge === 'object' && edge !== null ? Reflect.get(edge, 'node') : edge;
}

/** A list below a goal, without entries that do not fit or that the account may not see. */
const nodesOf = <T extends z.ZodType>(node: T) =>
  optional(z.object({ edges: listOrNone(z.preprocess(nodeOf, node)) })).transform(
    (list) => list?.edges ?? [],
  );
const value = optional(z.object({ value: number }));

/** What we ask of a goal; only its id, key and name are required. */
export const goalSchema = z.object({
  id: z.string().min(1),
  key: z.string().min(1),
  name: z.string(),
  description: text,
  url: text,
  isArchived: optional(z.boolean()),
  latestUpdateDate: text,
  status: optional(z.object({ value: text, localizedLabel: optional(z.object({ defaultValue: text })) })),
  owner: optional(z.object({ name: text, accountId: text })),
  targetDate: optional(
    z.object({ confidence: text, dateRange: optional(z.object({ start: text, end: text })) }),
  ),
  progress: optional(z.object({ type: text, percentage: number })),
  parentGoal: optional(z.object({ key: z.string() })),
  subGoals: nodesOf(z.object({ id: z.string() })),
  tags: nodesOf(z.object({ name: z.string() })),
  metricTargets: nodesOf(
    z.object({
      startValue: number,
      targetValue: number,
      snapshotValue: value,
      metric: z.object({
        name: z.string(),
        type: text,
        subType: text,
        archived: optional(z.boolean()),
        latestValue: value,
      }),
    }),
  ),
  goalType: optional(z.object({ name: optional(z.object({ value: text, defaultValue: text })) })),
  workItems: nodesOf(z.object({ key: z.string() })),
});

/** A goal from Atlassian, validated. */
export type AtlassianGoal = z.output<typeof goalSchema>;

/** A page of goals, each still to be checked separately. */
export const goalsPageSchema = z.object({
  goals_search: z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    edges: pageEntries,
  }),
});

/** The goals that were asked for by key, each still to be validated; null for a key without a goal. */
export const goalsByKeySchema = z.record(z.string(), z.unknown());

/** Who is signed in, and which site this is. */
export const siteSchema = z.object({
  me: z.object({ user: z.object({ name: text, accountId: z.string().min(1) }).nullable() }),
  tenantContexts: z.array(z.object({ cloudId: z.string().nullish() }).nullable()).nullable(),
});
