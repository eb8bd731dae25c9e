import type { ComponentChildren, VNode } from 'preact';
import type { GoalCard } from '../../panel/contract/panelState';
import { Icon } from '../shared/icon';
import { Block } from './block';
import { GoalRefs } from './goalRefs';
import { useView } from './view';
import './whyNow.css';

/** What makes the goal pressing: its date, and what waits on what. Left out where nothing is known. */
export function WhyNow({ card }: { readonly card: GoalCard }): VNode | null {
  const { strings } = useView();
  const { target, blockedBy, blocks } = card;
  if (target === undefined && blockedBy.length === 0 && blocks.length === 0) return null;
  return (
    <Block name="whyNow" title={strings.whyNow}>
      <dl class="properties">
        {target && (
          <Property name={strings.target}>
            <TargetDate target={target} />
          </Property>
        )}
        {blockedBy.length > 0 && (
          <Property name={strings.blockedBy}>
            <GoalRefs goals={blockedBy} />
          </Property>
        )}
        {blocks.length > 0 && (
          <Property name={strings.blocks}>
            <GoalRefs goals={blocks} />
          </Property>
        )}
      </dl>
    </Block>
  );
}

function Property({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div class="property">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TargetDate({ target }: { readonly target: NonNullable<GoalCard['target']> }): VNode {
  const pressing = target.urgency === 'overdue' || target.urgency === 'soon';
  return (
    <span class={`targetDate urgency-${target.urgency}`}>
      <Icon name={target.urgency === 'overdue' ? 'error' : target.urgency === 'met' ? 'pass' : 'calendar'} />
      <span>
        <span class="date" dir="auto">
          {target.date}
        </span>{' '}
        <span class={pressing ? 'date pressing' : 'date quiet'} dir="auto">
          {target.relative}
        </span>
      </span>
    </span>
  );
}
