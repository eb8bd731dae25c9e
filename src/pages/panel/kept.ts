import * as z from 'zod/mini';
import type { GoalSheet } from '../../panel/contract/goalSheet';
import { panelStateSchema, type PanelState } from '../../panel/contract/panelState';

/** What the page saves while it is hidden. */
export const keptSchema = z.object({
  state: panelStateSchema,
  /** Parts that the person opened or closed. */
  open: z.record(z.string(), z.boolean()),
  scroll: z.number(),
  focus: z.optional(z.string()),
});

export type Kept = z.infer<typeof keptSchema>;

/**
 * A state as it is saved. VS Code writes it to disk, out of reach of Sign Out, so customers, what they said and revenue
 * come from the host each time.
 */
export function withoutImpact(state: PanelState): PanelState {
  if (state.kind === 'goal') return { ...state, goal: bare(state.goal) };
  if (state.kind !== 'goals') return state;
  const { goal, ...branch } = state.branch;
  return { ...state, branch: { ...branch, ...(goal && { goal: bare(goal) }) } };
}

function bare(goal: GoalSheet): GoalSheet {
  return { ...goal, impact: undefined, impactLine: undefined };
}
