import type { PanelState } from '../../panel/contract/panelState';

/** What to say aloud when the branch's goals change. */
export function announcement(state: PanelState): string {
  if (state.kind !== 'goals') return '';
  const { goals, empty } = state.branch;
  if (goals.length === 0) return empty?.title ?? '';
  return goals.map(({ title, priority }) => `${title}, ${priority.label}`).join('; ');
}
