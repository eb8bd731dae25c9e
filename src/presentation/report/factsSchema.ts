import * as z from 'zod';
import { levels } from '../../core/goal/goal';
import { evidences } from '../../core/report/attribution';
import { dayUnits } from '../../core/report/dayUnits';
import type { Fact } from '../../core/report/facts';

const units = z.int().min(0);

/** A line of `--format ndjson`. */
const factSchema = z
  .object({
    schema: z.literal('goal-lens/fact-v1'),
    repository: z
      .string()
      .max(1000)
      .describe(
        'Where its origin is, such as github.com/acme/shop; without one its folder and its first commit.',
      ),
    week: z
      .string()
      .regex(/^\d{4}-W\d{2}$/)
      .describe('An ISO week.'),
    kind: z.enum(['goal', 'unknown', 'none']).describe('A goal, a key that no tracker has, or no goal.'),
    key: z.string().max(200).describe('Empty for no goal.'),
    title: z.string().max(1000),
    level: z.enum(levels),
    rank: z.int().min(0).max(4).describe('1 urgent to 4 low, 0 not set.'),
    evidence: z.enum(evidences),
    effort: units
      .nullable()
      .describe(
        `Person-days in parts of 1/${dayUnits}, so that parts always sum to the whole; null where fewer than three people stand behind a week of the repository.`,
      ),
    changes: units.describe(`Commits in parts of 1/${dayUnits}.`),
  })
  .meta({
    title: 'Goal Lens facts',
    description: 'A line of “goal-lens report --format ndjson”: effort of a repository and week for a goal.',
  });

/** Parses facts; returns a number, that of the first invalid line, if there is one. */
export function readFacts(text: string): Fact[] | number {
  const facts: Fact[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = factSchema.safeParse(valueOf(line));
    if (!read.success) return at + 1;
    facts.push(factIn(read.data));
  }
  return facts;
}

/** The JSON schema of a line of facts. */
export function factsJsonSchema(): object {
  return z.toJSONSchema(factSchema, { io: 'output', target: 'draft-7' });
}

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function factIn(line: z.output<typeof factSchema>): Fact {
  const { repository, week, kind, key, title, level, rank, evidence, effort, changes } = line;
  return { repository, week, kind, key, title, level, rank: rank as Fact['rank'], evidence, effort, changes };
}
