import * as z from 'zod';
import { panelStateSchema } from '../../panel/contract/panelState';

/** What the page keeps while it is hidden. */
export const keptSchema = z.object({
  state: panelStateSchema,
  /** Parts that the person opened or closed. */
  open: z.record(z.string(), z.boolean()),
  scroll: z.number(),
  focus: z.string().optional(),
});

export type Kept = z.infer<typeof keptSchema>;
