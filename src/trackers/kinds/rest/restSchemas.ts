import * as z from 'zod';
import { pageEntries } from '../../http/pageEntries';
import { contractName } from './contract';

// Additions to the contract are ignored, and so are optional parts that cannot be used.

const optional = <T extends z.ZodType>(of: T) => of.nullish().catch(undefined);

/** The contract's name, with or without a minor version. */
const schema = z.string({ error: `must be ${contractName}` }).superRefine((name, context) => {
  const major = /^goal-lens\/v(\d{1,9})(\.\d+)?$/.exec(name)?.[1];
  if (major === '1') return;
  context.addIssue(
    Number(major) > 1
      ? `the service speaks goal-lens/v${major ?? ''}, which needs a newer Goal Lens: update the extension`
      : `must be ${contractName}, but is "${name.slice(0, 40)}"`,
  );
});

/** What pages from a service and from a file have in common; each goal is still to be checked separately. */
const goalsOfPage = {
  next: z.string().min(1).max(2048).nullish(),
  total: optional(z.int().min(0)),
  goals: pageEntries,
};

/** A page of goals. */
export const pageSchema = z.object({
  // First, as nothing else matters if the contract is another one.
  schema,
  generatedAt: z.string().refine((text) => !Number.isNaN(Date.parse(text)), {
    error: 'must be a date and time, like 2026-11-22T10:00:00Z',
  }),
  nextCursor: z.string().nullish(),
  ...goalsOfPage,
  deleted: z.array(z.string()).nullish(),
});
/** A page of goals. */
export type RestPage = z.output<typeof pageSchema>;

/** A page from a file, which need not say when it was written, as no service is asked. */
export const filePageSchema = z.object({ schema: schema.nullish(), ...goalsOfPage });

/** The service's name. */
export const serviceSchema = z.object({
  schema,
  name: optional(z.string()),
  account: optional(z.string()),
});

/** What can be followed. */
export const followablesSchema = z.object({
  schema,
  projects: z.array(
    z.object({ id: z.string(), name: optional(z.string()), description: optional(z.string()) }),
  ),
});
