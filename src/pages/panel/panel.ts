import type { PanelState } from '../../panel/contract/panelState';
import { branchSection } from './branchSection';
import { fileSection } from './fileSection';
import type { ElementNode } from './h';
import { h } from './h';
import { loadingState, messageState } from './messageState';
import { notices } from './notices';
import type { View } from './view';

/** The whole panel for a state; `busy` says that newer content is on its way. */
export function panel(view: View, state: PanelState, busy: boolean): ElementNode {
  return h(
    'div',
    { key: 'panel', class: 'panel', attrs: { 'aria-busy': busy && 'true' } },
    h('h1', { key: 'title', class: 'hiddenText' }, view.strings.goals),
    busy && h('div', { key: 'busy', class: 'busyBar', attrs: { 'aria-hidden': 'true' } }),
    content(view, state),
  );
}

function content(view: View, state: PanelState) {
  switch (state.kind) {
    case 'loading':
      return loadingState(state.text);
    case 'goals':
      return [
        notices(view.strings, state.notices),
        branchSection(view, state.branch),
        state.file && fileSection(view, state.file),
      ];
    case 'noFolder':
    case 'noTracker':
    case 'error':
      return messageState(state);
  }
}

/** What to say aloud when the branch's goals change. */
export function announcement(state: PanelState): string {
  if (state.kind !== 'goals') return '';
  const { goals, empty } = state.branch;
  if (goals.length === 0) return empty?.title ?? '';
  return goals.map(({ title, priority }) => `${title}, ${priority.label}`).join('; ');
}
