import type { VNode } from 'preact';
import type { GoalCard, GoalRef } from '../../panel/contract/panelState';
import { HiddenText } from '../shared/hiddenText';
import { Icon } from '../shared/icon';
import type { IconName } from '../shared/iconSources';
import { useView } from './view';
import './priorityMark.css';

const shapes: readonly IconName[] = ['priority0', 'priority1', 'priority2', 'priority3', 'priority4'];

function Shape({ rank }: { readonly rank: number }): VNode {
  return <Icon name={shapes[rank] ?? 'priority0'} class={`rank rank-${rank}`} />;
}

/** A goal's priority as a shape and words. */
export function PriorityChip({ priority }: { readonly priority: GoalCard['priority'] }): VNode {
  const { strings } = useView();
  const { rank, short, label, inherited } = priority;
  const hasShort = rank > 0 && short !== label;
  return (
    <span class={`chip chip-rank-${rank}`}>
      <Shape rank={rank} />
      <HiddenText>{`${strings.priority}: `}</HiddenText>
      {hasShort && <b>{short}</b>}
      {hasShort && ' '}
      <span dir="auto">{label}</span>
      {inherited !== undefined && <span class="quiet"> {inherited}</span>}
    </span>
  );
}

/** A goal's priority as a shape for lists, with words for those who do not see it. */
export function PriorityShape({ goal }: { readonly goal: GoalRef }): VNode {
  return (
    <span class="priorityShape" title={goal.priorityLabel}>
      <Shape rank={goal.rank} />
      {goal.priorityLabel !== undefined && <HiddenText>{`${goal.priorityLabel} `}</HiddenText>}
    </span>
  );
}
