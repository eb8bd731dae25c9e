import * as z from 'zod/mini';
import { reportStateSchema, type ReportState } from '../../reportPage/contract/protocol';

/** What the page keeps while it is hidden. */
export const keptSchema = z.object({
  state: reportStateSchema,
  /** Tables that the person opened. */
  open: z.record(z.string(), z.boolean()),
  views: z.record(z.string(), z.string()),
  scroll: z.number(),
  focus: z.optional(z.string()),
});

export type Kept = z.infer<typeof keptSchema>;

/**
 * A state as it is kept. VS Code writes it to the disk, where Sign Out does not reach it: customers come from the host
 * each time, and so do the commits that were looked at.
 */
export function keptState({ controls, sheet }: ReportState): ReportState {
  if (!sheet) return { controls };
  const parts = sheet.parts
    .map((row) => row.filter(({ id }) => id !== 'customers'))
    .filter((row) => row.length > 0);
  return { controls, sheet: { ...sheet, parts } };
}
