import type { ComponentChildren, VNode } from 'preact';
import type { GoalCard, GoalRef } from '../../panel/contract/panelState';
import { Dot } from '../shared/dot';
import { Block } from './block';
import { RefTitle } from './goalRefs';
import { useView } from './view';
import './chain.css';

/**
 * The goals above this one as a ladder, and below it the way down to the one that the code names. The objective is on
 * top, as trackers draw their trees; the filled rung is the goal of this card.
 */
export function Chain({ card }: { readonly card: GoalCard }): VNode | null {
  const { strings } = useView();
  if (card.chain.length + card.via.length === 0) return null;
  return (
    <Block name="chain" title={strings.chain}>
      <ol class="ladder">
        {card.chain.toReversed().map(rungOf)}
        <Rung key={card.key} level={card.levelLabel} name={card.key} current>
          <b dir="auto">{card.title}</b>
        </Rung>
        {card.via.map(rungOf)}
      </ol>
    </Block>
  );
}

function rungOf(goal: GoalRef): VNode {
  return (
    <Rung key={goal.key} level={goal.levelLabel} name={goal.key}>
      <RefTitle goal={goal} />
    </Rung>
  );
}

interface RungProps {
  readonly level: string;
  readonly name: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

function Rung({ level, name, current, children }: RungProps): VNode {
  return (
    <li class="rung" aria-current={current === true ? 'true' : undefined}>
      <span class="quiet level">
        {level}
        <Dot />
        <span class="key" dir="auto">
          {name}
        </span>
      </span>
      <span class="rungTitle">{children}</span>
    </li>
  );
}
