import * as z from 'zod';
import { goalRecordSchema } from '../../../teamFiles/record/goalRecord';

// What a server of the contract answers, for its description. What we read is less strict: restSchemas.ts.

/** The contract's name and major version, which stand in every answer. */
export const contractName = 'goal-lens/v1';
/** How many goals are asked for in one request. */
export const pageSize = 200;
/** How many keys are asked for in one request. */
export const keysAtOnce = 100;

const schema = z
  .literal(contractName)
  .describe('The contract. Additions keep this name; a server that breaks with it uses another.');

/** One goal: the record of the goals file. */
export const goalSchema = goalRecordSchema;

/** One page of goals. */
export const goalsPageSchema = z
  .object({
    schema,
    generatedAt: z.iso
      .datetime({ offset: true })
      .describe(
        'The moment, by the server’s clock, up to which this answer is complete. Goal Lens hands the one of a list’s first page back as updatedSince.',
      ),
    nextCursor: z
      .string()
      .min(1)
      .nullable()
      .describe('Where the next page begins; null on the last page. Opaque to the client.'),
    next: z
      .string()
      .min(1)
      .max(2048)
      .describe(
        'The address of the next page, relative to that of this one and at the same place: for pages that are files. Used in place of nextCursor.',
      )
      .optional(),
    total: z.int().min(0).describe('How many goals the whole list has.').optional(),
    goals: z.array(goalSchema).max(pageSize),
    deleted: z
      .array(z.string().min(1).max(200))
      .describe(
        'With updatedSince: the ids (not the keys, where they differ) of goals that are gone since then.',
      )
      .optional(),
  })
  .meta({ title: 'GoalsPage' });

/** The server's name. */
export const healthSchema = z
  .object({
    schema,
    name: z.string().min(1).max(100).describe('What people call the service.'),
    account: z.string().max(100).describe('Whom the token belongs to.').optional(),
  })
  .meta({ title: 'Health' });

/** What can be followed. */
export const projectsSchema = z
  .object({
    schema,
    projects: z.array(
      z.object({
        id: z
          .string()
          .regex(/^[^,]{1,200}$/)
          .describe('What stands in the parameter “project”.'),
        name: z.string().min(1),
        description: z.string().optional(),
      }),
    ),
  })
  .meta({ title: 'Projects' });

/** What went wrong: RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().optional(),
    title: z.string(),
    status: z.int().optional(),
    detail: z.string().describe('One sentence for a person.').optional(),
  })
  .meta({ title: 'Problem', description: 'Problem details, RFC 9457.' });
