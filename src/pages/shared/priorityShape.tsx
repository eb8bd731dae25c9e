import type { VNode } from 'preact';
import { Icon } from './icon';
import type { IconName } from './iconSources';
import './priorityShape.css';

const shapes: readonly IconName[] = ['priority0', 'priority1', 'priority2', 'priority3', 'priority4'];

/** A priority as a shape; the words appear next to it. */
export function PriorityShape({ rank }: { readonly rank: number }): VNode {
  return <Icon name={shapes[rank] ?? 'priority0'} class={`rank rank-${rank}`} />;
}
