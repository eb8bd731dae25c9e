import * as z from 'zod/mini';
import { reportStateSchema, type ReportState } from '../../reportPage/contract/protocol';

/** What the page saves while it is hidden. */
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
 * A state as it is saved. VS Code writes it to disk, out of reach of Sign Out, so customers and the commits that were
 * looked at come from the host each time.
 */
export function keptState({ controls, sheet }: ReportState): ReportState {
  if (!sheet) return { controls };
  const parts = sheet.parts
    .map((row) => row.filter(({ id }) => id !== 'customers'))
    .filter((row) => row.length > 0);
  return { controls, sheet: { ...sheet, parts } };
}
