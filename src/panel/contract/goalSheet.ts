import * as z from 'zod/mini';
import { buttonSchema, lineSchema } from './controls';

/*
 * What the panel shows of goals. Every text is ready to show in the user's language; the page only lays it out, and
 * always as text, never as markup. A `from` is the key of the goal that a value is inherited from.
 */

/** 1 urgent to 4 low, 0 not set. */
const rank = z.int().check(z.gte(0), z.lte(4));

/** A goal's priority, its own or an ancestor's. */
const prioritySchema = z.object({
  rank,
  /** "P1", or "–" where none is set. */
  short: z.string(),
  /** The tracker's own word for it. */
  label: z.string(),
  from: z.optional(z.string()),
});

/** How a goal stands: shown in one row under its title. */
const standingSchema = z.object({
  priority: prioritySchema,
  status: z.optional(
    z.object({
      label: z.string(),
      category: z.enum(['proposed', 'planned', 'active', 'blocked', 'done', 'dropped']),
    }),
  ),
  health: z.optional(z.object({ label: z.string(), value: z.enum(['onTrack', 'atRisk', 'offTrack']) })),
});

/** When a goal is due. */
const dueSchema = z.object({
  /** "in 6 days", "8 days overdue", or the period as the tracker spells it. */
  text: z.string(),
  /** "Dec 3", if that adds anything. */
  date: z.optional(z.string()),
  /** Whether it is overdue or due soon. */
  pressing: z.boolean(),
  from: z.optional(z.string()),
});

/** The person who answers for a goal. */
const ownerSchema = z.object({ name: z.string(), email: z.optional(z.string()) });

/** Another goal in a list, which the panel can open. */
export const goalRowSchema = z.object({
  key: z.string(),
  /** How its tracker writes it in the current repository, if not as the key: `#142`. */
  reference: z.optional(z.string()),
  title: z.string(),
  rank,
  priorityLabel: z.optional(z.string()),
  /** Whether work on it is over. */
  closed: z.boolean(),
  /** Other notes, each shown separately: "Off track", "8 days overdue". */
  notes: z.array(z.object({ text: z.string(), strong: z.optional(z.boolean()) })),
  /** How code was matched to it: "Path rule /src/cart/". */
  how: z.optional(z.string()),
});

/** One fact of customer impact, for example 38 "customers". */
const factSchema = z.object({
  kind: z.enum(['customers', 'requests', 'revenue', 'segments', 'severity', 'score']),
  /** Whether it is a figure, which goes into the grid of figures; otherwise it is words. */
  isFigure: z.boolean(),
  value: z.string(),
  label: z.string(),
  /** Details (the exact number, customer names), shown on demand. */
  detail: z.optional(z.string()),
  /** The tracker field that it came from. */
  field: z.string(),
});

/** Something that a customer said. */
const quoteSchema = z.object({ text: z.string(), source: z.optional(z.string()), hasUrl: z.boolean() });

/** A number on its way from baseline to target; its last step includes the unit. */
const metricSchema = z.object({
  name: z.string(),
  steps: z.array(z.object({ kind: z.enum(['baseline', 'current', 'target']), text: z.string() })),
  /** 0 to 1: how much of the way from baseline to target is done; absent if that is unknown. */
  fraction: z.optional(z.number().check(z.gte(0), z.lte(1))),
});

/** What must be true for a goal to be done, or what does not belong to it. */
const boundsSchema = z.object({
  title: z.string(),
  items: z.array(
    z.object({
      text: z.string(),
      /** A task that is done or open, one whose state nobody tracks, or something out of scope. */
      mark: z.enum(['done', 'open', 'point', 'outside']),
    }),
  ),
});

/** Everything that the panel shows about one goal. An absent part is not recorded in the tracker. */
export const goalSheetSchema = z.object({
  key: z.string(),
  /** How its tracker writes it in the current repository, if not as the key: `#142`. */
  reference: z.optional(z.string()),
  title: z.string(),
  levelLabel: z.string(),
  hasUrl: z.boolean(),
  ...standingSchema.shape,
  /** Customer impact in a few words: "38 customers, 112 requests". */
  impactLine: z.optional(z.object({ text: z.string(), from: z.optional(z.string()) })),
  owner: z.optional(ownerSchema),
  due: z.optional(dueSchema),
  progress: z.optional(z.object({ fraction: z.number().check(z.gte(0), z.lte(1)), label: z.string() })),
  /** Paragraphs. */
  description: z.array(z.string()),
  bounds: z.array(boundsSchema),
  labels: z.array(z.string()),
  lines: z.array(lineSchema),
  buttons: z.array(buttonSchema),
  /** The initiative that it is done for; absent if the goal is one itself, or has none. */
  reason: z.optional(
    z.object({
      key: z.string(),
      /** How its tracker writes it in the current repository, if not as the key: `#142`. */
      reference: z.optional(z.string()),
      title: z.string(),
      levelLabel: z.string(),
      hasUrl: z.boolean(),
      ...standingSchema.shape,
      owner: z.optional(ownerSchema),
      due: z.optional(dueSchema),
    }),
  ),
  impact: z.optional(
    z.object({ facts: z.array(factSchema), quotes: z.array(quoteSchema), from: z.optional(z.string()) }),
  ),
  /** What it waits for and what waits for it: "SHOP-7 waits for" and the goals. */
  whyNow: z.array(z.object({ title: z.string(), goals: z.array(goalRowSchema) })),
  metrics: z.optional(z.object({ list: z.array(metricSchema), from: z.optional(z.string()) })),
  /** The path from the objective down to this goal; empty if nothing is above it. */
  chain: z.array(
    z.object({
      key: z.string(),
      reference: z.optional(z.string()),
      title: z.string(),
      levelLabel: z.string(),
    }),
  ),
  /** Goals outside the chain that it also serves. */
  alsoServes: z.optional(z.array(goalRowSchema)),
  /** How the code was matched to this goal. */
  provenance: z.optional(
    z.object({
      /** From the evidence to the initiative: "Branch name", "SHOP-142", "SHOP-7". */
      steps: z.array(z.string()),
      buttons: z.array(buttonSchema),
    }),
  ),
  /** Where it was read: "goals.yaml, changed 5 days ago". */
  source: z.string(),
  /** Commits that served it or a goal below it, and the files they touch most; absent until they are read. */
  history: z.optional(
    z.object({
      /** "for SHOP-142". */
      note: z.string(),
      commits: z.array(z.object({ sha: z.string(), subject: z.string(), when: z.string(), age: z.string() })),
      files: z.array(
        z.object({ path: z.string(), name: z.string(), folder: z.string(), commits: z.string() }),
      ),
      showAll: buttonSchema,
    }),
  ),
});

export type Standing = z.infer<typeof standingSchema>;
export type Due = z.infer<typeof dueSchema>;
export type Bounds = z.infer<typeof boundsSchema>;
export type GoalRow = z.infer<typeof goalRowSchema>;
export type Fact = z.infer<typeof factSchema>;
export type PanelQuote = z.infer<typeof quoteSchema>;
export type PanelMetric = z.infer<typeof metricSchema>;
export type GoalSheet = z.infer<typeof goalSheetSchema>;
