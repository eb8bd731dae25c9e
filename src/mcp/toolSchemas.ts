import * as z from 'zod';
import { alignmentWeeks, mostPriorities } from '../agents/answerLimits';

/*
 * The inputs and outputs of the tools. The agent's model reads every word before it does anything, so there are few: a
 * test limits all definitions together to 900 tokens.
 */

const texts = z.array(z.string());
const count = z.number();

/** What a brief is asked about. */
export const briefInput = z.object({
  path: z.string().describe('file, file:10-20, or folder').optional(),
  branch: z.string().optional(),
  commit: z.string().optional(),
  key: z.string().optional(),
});

/** The brief as a record. */
export const briefOutput = z.object({
  found: z.boolean(),
  goal: z.string().nullable(),
  fields: z.record(z.string(), z.string()),
  cut: texts,
});

/** How many priorities to list. */
export const prioritiesInput = z.object({
  limit: z.int().min(1).max(mostPriorities.limit).optional(),
});

/** The priorities as a record. */
export const prioritiesOutput = z.object({
  goals: z.array(z.object({ key: z.string(), title: z.string(), rank: count, reason: z.string() })),
  more: count,
});

/** Where checking starts. */
export const changeInput = z.object({
  base: z.string().optional(),
});

/** The check of a change as a record. */
export const changeOutput = z.object({
  verdict: z.enum(['noChange', 'noGoal', 'fits', 'strays', 'unmapped']),
  goals: texts,
  trailer: z.string().nullable(),
  files: z.object({ inside: count, outside: count, unmapped: count }),
  strays: z.array(z.object({ path: z.string(), goals: texts })),
  findings: z.array(z.object({ rule: z.string(), severity: z.string(), text: z.string() })),
  more: count,
});

/** How far back to measure alignment. */
export const alignmentInput = z.object({
  weeks: z.int().min(1).max(alignmentWeeks.limit).optional(),
});

/** Alignment as a record. */
export const alignmentOutput = z.object({
  from: z.string(),
  to: z.string(),
  commits: count,
  urgent: z.number(),
  unlinked: z.number(),
  goals: z.array(z.object({ key: z.string(), rank: count, share: z.number() })),
  findings: texts,
});
