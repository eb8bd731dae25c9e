import * as z from 'zod';
import { goalRecordSchema } from '../record/goalRecord';

const goalsFile = z
  .object({
    schema: z
      .literal('goal-lens/v1')
      .describe('The format of this file. Goal Lens takes goal-lens/v1 when it is left out.')
      .optional(),
    numbers: z
      .string()
      .max(300)
      .describe(
        'Whose number a bare #142 is, where neither the remotes nor the trackers say: acme/shop, or the address of a tracker.',
      )
      .optional(),
    goals: z.array(goalRecordSchema).describe('The goals, in any order.').nullish(),
  })
  .meta({
    title: 'Goal Lens goals file',
    description: 'The product goals that the code in a repository serves: .goals/goals.yaml.',
  });

/** The JSON schema (draft 7) of a goals file, which gives editors completion and hover texts. */
export function goalsJsonSchema(): object {
  return z.toJSONSchema(goalsFile, { io: 'input', target: 'draft-7' });
}
