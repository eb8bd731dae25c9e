import * as z from 'zod';
import { chartViewSchema } from './chart';

/** Which commits stand behind a figure; the page hands it back as it is. */
const drill = z.string().max(1000);
/** Position on an axis from its beginning, 0, to its end, 1. */
const position = z.number().min(0).max(1);

const linkSchema = z.object({
  label: z.string(),
  action: z.enum(['readGoal', 'showCommits', 'mapFolder']),
  key: z.string().max(1000),
});

/** A table; the first cell of a row names it, and leads to its commits where there are some. */
const tableSchema = z.object({
  /** Its other columns are texts, not figures. */
  isText: z.boolean().optional(),
  head: z.array(z.string()),
  rows: z.array(z.object({ cells: z.array(z.string()), drill: drill.optional() })),
  foot: z.array(z.string()).optional(),
});

const part = { id: z.string(), title: z.string(), answer: z.string() };
const table = tableSchema.optional();

/** A goal's bar: its share, the range over the ways to count, the team's target. */
const barSchema = z.object({
  rank: z.int().min(0).max(4).optional(),
  /** The class of its fill. */
  cls: z.string(),
  name: z.string(),
  reference: z.string(),
  value: position,
  range: z.tuple([position, position]).optional(),
  target: position.optional(),
  /** Share, person-days, range and target, as texts. */
  cells: z.array(z.string()),
  note: z.string().optional(),
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
const nodeSchema: z.ZodType<TreeNode> = z.lazy(() =>
  z.object({
    rank: z.int().min(0).max(4),
    title: z.string(),
    reference: z.string(),
    flag: z.string().optional(),
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
  legend: z.object({ bar: z.string(), range: z.string(), target: z.string().optional() }),
  after: z.string().optional(),
  table,
});
const chart = z.object({
  kind: z.literal('chart'),
  ...part,
  views: z.array(chartViewSchema),
  /** Said in place of a chart that cannot be drawn. */
  empty: z.string().optional(),
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
    z.object({ name: z.string(), value: position, text: z.string(), drill, link: linkSchema.optional() }),
  ),
  table,
});
const tree = z.object({ kind: z.literal('tree'), ...part, nodes: z.array(nodeSchema), table });
const plain = z.object({
  kind: z.literal('table'),
  ...part,
  table: tableSchema,
  after: z.string().optional(),
});
const counted = z.object({
  kind: z.literal('counted'),
  ...part,
  lines: z.array(z.object({ term: z.string(), text: z.string() })),
  commands: z.array(z.string()),
});

const partSchema = z.discriminatedUnion('kind', [bars, chart, stack, places, tree, plain, counted]);

/** One thing to decide: fact, evidence and a question. */
const decisionSchema = z.object({
  kind: z.string(),
  rank: z.int().min(0).max(4).optional(),
  title: z.string(),
  reference: z.string(),
  text: z.string(),
  question: z.string().optional(),
  links: z.array(linkSchema),
});

/** A report as it is read. */
export const reportSheetSchema = z.object({
  title: z.string(),
  scope: z.string(),
  /** The three sentences: a figure, where one stands in front, and what it says. */
  sentences: z.array(z.object({ figure: z.string().optional(), text: z.string() })),
  /** What a reader must know first. */
  warnings: z.array(z.string()),
  decisions: z.object({ title: z.string(), items: z.array(decisionSchema), after: z.string().optional() }),
  /** One or two beside each other. */
  parts: z.array(z.array(partSchema)),
  /** Not all is read yet. */
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
