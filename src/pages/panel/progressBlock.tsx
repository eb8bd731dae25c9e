import type { VNode } from 'preact';
import type { GoalCard } from '../../panel/contract/panelState';
import { Block } from './block';
import { Track } from './track';
import { useView } from './view';
import './progressBlock.css';

/** How far the work on the goal has come. */
export function ProgressBlock({ card }: { readonly card: GoalCard }): VNode | null {
  const { strings } = useView();
  if (card.progress === undefined) return null;
  const { fraction, label } = card.progress;
  const figure = (
    <span class="figure" aria-hidden="true">
      {label}
    </span>
  );
  return (
    <Block name="progress" title={strings.progress} aside={figure}>
      <Track fraction={fraction} progress={{ name: strings.progress, text: label }} />
    </Block>
  );
}
