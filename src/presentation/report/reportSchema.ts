import * as z from 'zod';
import { levels } from '../../core/goal/goal';
import { evidences } from '../../core/report/attribution';

// Only the JSON schema and tests need this at run time; everything else imports just the types.

const day = z.iso.date();
const share = z.number().min(0).max(1).describe('0 to 1.');
const rank = z.int().min(0).max(4).describe('1 urgent to 4 low, 0 not set.');
const personDays = z
  .number()
  .min(0)
  .nullable()
  .describe(
    'A distinct person and day of theirs; null where fewer than three people stand behind the figure.',
  );
const effort = { personDays, share };
const reference = z.string().describe('The key of a goal.');

const goal = z.object({
  reference,
  title: z.string(),
  level: z.enum(levels),
  rank,
  ...effort,
  range: z
    .tuple([share, share])
    .describe('The share by person-days and by commits: the smaller, the larger.'),
  changes: z.number().min(0).describe('Commits; one that serves several goals is split.'),
  lastLanded: day.nullable().describe('Null where nothing landed since the period began.'),
  status: z.string().optional(),
  isClosed: z.boolean().optional().describe('Work on it is over, with or without success.'),
  target: share.optional().describe('What the team wants.'),
});
const noGoal = goal.pick({ personDays: true, share: true, range: true, changes: true });

/** P1 to P4, goals without a priority, keys that no tracker has, and no goal. */
const priorityNames = ['P1', 'P2', 'P3', 'P4', 'notSet', 'unknown', 'none'] as const;
const priority = z.object({ priority: z.enum(priorityNames), ...effort });

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['warning', 'info']),
  reference: reference.nullable(),
  title: z.string().nullable().describe('The title of the goal.'),
  rank: rank.nullable(),
  text: z.string().describe('The fact and its evidence.'),
  question: z.string().optional().describe('What there is to decide.'),
});

const landTimes = z.object({
  landings: z.int().min(0),
  medianDays: z.number().nullable(),
  p85Days: z.number().nullable(),
});

const rework = z.object({
  share: share.nullable().describe('Lines that were rewritten within 21 days; null where none landed.'),
  landings: z.int().min(0).describe('Landings that are at least 21 days old.'),
});

const chain = z.object({
  reference,
  title: z.string(),
  rank,
  isLower: z.boolean().describe('It ranks lower than the goal that waits for it.'),
  isStale: z.boolean(),
  isCycle: z.boolean().describe('It waits, through others, for itself.'),
  get waitsFor(): z.ZodArray<typeof chain> {
    return z.array(chain);
  },
});

/** The facts of an alignment report as `--format json` prints them, and as every other format reads them. */
export const reportSchema = z
  .object({
    schema: z.literal('goal-lens/report-v1'),
    repositories: z
      .array(
        z.object({
          name: z.string(),
          branch: z.string(),
          tip: z.string().describe('The commit that the branch is at.'),
          base: z.string().nullable().describe('The last commit that landed before the period.'),
          last: z.string().nullable().describe('The last commit that landed in the period.'),
          commits: z.int().min(0),
          ...effort,
        }),
      )
      .describe('What is added up.'),
    path: z.string().nullable().describe('Only commits that touch this file or folder count.'),
    counted: day.describe('The day on which it was counted.'),
    period: z.object({ from: day, to: day, weeks: z.int(), timeZone: z.string() }),
    level: z.enum(levels),
    staleDays: z
      .int()
      .min(0)
      .describe('After so many days without a landing an urgent goal counts as stale.'),
    totals: z.object({
      personDays,
      commits: z.int().min(0),
      unlinkedStrict: share.describe('Effort of commits that name no goal themselves.'),
      unlinkedInferred: share.describe('Effort without a goal by all evidence.'),
      urgent: share.describe('Effort for goals of priority 1 and 2.'),
      urgentGoals: z
        .int()
        .min(0)
        .describe('Open goals of priority 1 and 2 that are planned, active or blocked.'),
      initiatives: z.int().min(0).describe('Initiatives with effort.'),
      focus: z
        .number()
        .min(0)
        .describe('Effort is spread like over so many initiatives of equal size: 1/Σp².'),
    }),
    leftOut: z.object({
      merges: z.int().min(0),
      bots: z.int().min(0),
      cherryPicks: z.int().min(0),
      elsewhere: z.int().min(0).describe('Commits that do not touch the path that is asked for.'),
    }),
    goals: z.array(goal),
    unknown: noGoal.extend({ keys: z.array(z.object({ key: z.string(), ...effort })) }),
    noGoal: noGoal.extend({
      folders: z.array(z.object({ repository: z.string(), folder: z.string().nullable(), ...effort })),
      declared: z.array(z.object({ commit: z.string(), subject: z.string(), reason: z.string() })),
    }),
    priorities: z.array(priority),
    evidence: z.array(z.object({ evidence: z.enum(evidences), ...effort })),
    weeks: z.array(
      z.object({
        week: z.string(),
        from: day,
        to: day,
        personDays,
        priorities: z.array(z.object({ priority: z.enum(priorityNames), share })),
        initiatives: z.int().min(0),
        timeToLand: landTimes,
        rework: rework.nullable().describe('Null where lines were not read.'),
      }),
    ),
    findings: z.array(finding),
    chains: z.array(chain),
    timeToLand: landTimes.extend({
      squashed: z.int().min(0),
      isMostlySquashed: z.boolean(),
      byPriority: z.array(landTimes.extend({ priority: z.enum(priorityNames) })),
      byGoal: z.array(landTimes.extend({ reference })),
    }),
    rework: rework
      .extend({
        tooYoung: z.int().min(0).describe('Landings whose lines may be rewritten yet.'),
        byPriority: z.array(rework.extend({ priority: z.enum(priorityNames) })),
        byGoal: z.array(rework.extend({ reference })),
      })
      .nullable()
      .describe('Null where lines were not read.'),
    quality: z.object({ reverts: z.int().min(0), fixes: z.int().min(0).nullable() }),
    customers: z.object({
      share: share.describe('Effort for goals that record customers.'),
      low: z.int().nullable(),
      high: z.int().nullable(),
      goals: z.array(z.object({ reference, customers: z.int(), ...effort })),
    }),
    plan: z
      .object({
        variance: share,
        parts: z.array(z.object({ name: z.string().nullable(), target: share, actual: share })),
      })
      .nullable(),
    drift: z
      .object({
        changes: z.array(
          z.object({
            day,
            reference,
            title: z.string(),
            what: z.enum(['priority', 'status', 'target']),
            from: z.string().nullable(),
            to: z.string().nullable(),
          }),
        ),
        otherPriority: z
          .object(effort)
          .describe('Effort that landed when its goal had another priority than today.'),
      })
      .nullable()
      .describe('How the plan changed in the period; null where it is known as it is today alone.'),
    pathCoverage: z
      .object({ files: z.int().min(0), covered: z.int().min(0), share })
      .nullable()
      .describe(
        'Files with a path rule; lock files and generated ones do not count. Null without .goals/paths.',
      ),
    sources: z.array(
      z.object({
        name: z.string(),
        goals: z.int(),
        asOf: z.string().nullable(),
        fault: z.string().nullable(),
      }),
    ),
    notes: z.array(z.string()).describe('What a reader must know to judge the figures.'),
    commands: z.array(z.string()).describe('Commands that count the same with git alone.'),
  })
  .meta({
    title: 'Goal Lens alignment report',
    description: 'Does the work that lands follow the priorities? Team totals only, never per person.',
  });

/** The facts of an alignment report. */
export type ReportRecord = z.output<typeof reportSchema>;
/** A goal with its effort. */
export type GoalFacts = ReportRecord['goals'][number];
/** Something that needs a decision, or that a reader should know. */
export type Finding = ReportRecord['findings'][number];
/** A goal and what it waits for. */
export type ChainFacts = ReportRecord['chains'][number];
/** The subject under which effort is listed. */
export type PriorityName = (typeof priorityNames)[number];

/** The JSON schema of `--format json`. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { io: 'output', target: 'draft-7' });
}
