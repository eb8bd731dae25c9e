import * as z from 'zod/mini';

/**
 * What the page saves while it is hidden: where the person was, without a word of a goal. VS Code writes it to disk, out
 * of reach of Sign Out, so the content comes from the host each time.
 */
export const keptSchema = z.object({
  /** What was on screen, as `placeOf` names it. */
  place: z.string(),
  /** Parts that the person opened or closed. */
  open: z.record(z.string(), z.boolean()),
  scroll: z.number(),
  focus: z.optional(z.string()),
});

export type Kept = z.infer<typeof keptSchema>;
