import * as z from 'zod/mini';
import { chartViewSchema } from './chart';

/** Identifies the commits behind a figure; the page hands it back unchanged. */
const drill = z.string().check(z.maxLength(1000));
/** A position on an axis, from 0 at its start to 1 at its end. */
const position = z.number().check(z.gte(0), z.lte(1));

const linkSchema = z.object({
  label: z.string(),
  action: z.enum(['readGoal', 'showCommits', 'mapFolder']),
  key: z.string().check(z.maxLength(1000)),
});

/** A table; the first cell of a row names it, and leads to its commits if there are any. */
const tableSchema = z.object({
  /** Whether its other columns are texts rather than figures. */
  isText: z.optional(z.boolean()),
  head: z.array(z.string()),
  rows: z.array(z.object({ cells: z.array(z.string()), drill: z.optional(drill) })),
  foot: z.optional(z.array(z.string())),
});

const part = { id: z.string(), title: z.string(), answer: z.string() };
const table = z.optional(tableSchema);

/** A goal's bar: its share, the range over the ways to count, the team's target. */
const barSchema = z.object({
  rank: z.optional(z.int().check(z.gte(0), z.lte(4))),
  /** The class of its fill. */
  cls: z.string(),
  name: z.string(),
  reference: z.string(),
  value: position,
  range: z.optional(z.tuple([position, position])),
  target: z.optional(position),
  /** Share, person-days, range and target, as texts. */
  cells: z.array(z.string()),
  note: z.optional(z.string()),
  drill,
});

interface TreeNode {
  rank: number;
  title: string;
  reference: string;
  /** What is remarkable, and what is so. */
  flag?: string | undefined;
  text: string;
  children: TreeNode[];
}
const nodeSchema: z.ZodMiniType<TreeNode> = z.lazy(() =>
  z.object({
    rank: z.int().check(z.gte(0), z.lte(4)),
    title: z.string(),
    reference: z.string(),
    flag: z.optional(z.string()),
    text: z.string(),
    children: z.array(nodeSchema),
  }),
);

const bars = z.object({
  kind: z.literal('bars'),
  ...part,
  axis: z.array(z.object({ at: position, text: z.string() })),
  heads: z.array(z.string()),
  rows: z.array(barSchema),
  legend: z.object({ bar: z.string(), range: z.string(), target: z.optional(z.string()) }),
  after: z.optional(z.string()),
  table,
});
const chart = z.object({
  kind: z.literal('chart'),
  ...part,
  views: z.array(chartViewSchema),
  /** Shown in place of a chart that cannot be drawn. */
  empty: z.optional(z.string()),
  table,
});
const stack = z.object({
  kind: z.literal('stack'),
  ...part,
  segments: z.array(
    z.object({ cls: z.string(), from: position, to: position, cells: z.array(z.string()), drill }),
  ),
  table,
});
const places = z.object({
  kind: z.literal('places'),
  ...part,
  rows: z.array(
    z.object({ name: z.string(), value: position, text: z.string(), drill, link: z.optional(linkSchema) }),
  ),
  table,
});
const tree = z.object({ kind: z.literal('tree'), ...part, nodes: z.array(nodeSchema), table });
const plain = z.object({
  kind: z.literal('table'),
  ...part,
  table: tableSchema,
  after: z.optional(z.string()),
});
const counted = z.object({
  kind: z.literal('counted'),
  ...part,
  lines: z.array(z.object({ term: z.string(), text: z.string() })),
  commands: z.array(z.string()),
});

const partSchema = z.discriminatedUnion('kind', [bars, chart, stack, places, tree, plain, counted]);

/** One decision to make: fact, evidence and a question. */
const decisionSchema = z.object({
  kind: z.string(),
  rank: z.optional(z.int().check(z.gte(0), z.lte(4))),
  title: z.string(),
  reference: z.string(),
  text: z.string(),
  question: z.optional(z.string()),
  links: z.array(linkSchema),
});

/** A report as the page shows it. */
export const reportSheetSchema = z.object({
  title: z.string(),
  scope: z.string(),
  /** The three sentences: each with the figure that is set in front of it, if any, and its text. */
  sentences: z.array(z.object({ figure: z.optional(z.string()), text: z.string() })),
  /** What a reader must know first. */
  warnings: z.array(z.string()),
  decisions: z.object({ title: z.string(), items: z.array(decisionSchema), after: z.optional(z.string()) }),
  /** One chart, or two next to each other. */
  parts: z.array(z.array(partSchema)),
  /** Whether not everything has been read yet. */
  isPreliminary: z.boolean(),
});

export type ReportSheet = z.infer<typeof reportSheetSchema>;
export type ReportPart = z.infer<typeof partSchema>;
export type PartOf<K extends ReportPart['kind']> = Extract<ReportPart, { kind: K }>;
export type SheetTable = z.infer<typeof tableSchema>;
export type SheetLink = z.infer<typeof linkSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Bar = z.infer<typeof barSchema>;
export type ChainNode = TreeNode;
