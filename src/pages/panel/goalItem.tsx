import type { VNode } from 'preact';
import type { Line } from '../../panel/contract/controls';
import type { GoalSheet } from '../../panel/contract/goalSheet';
import { Icon } from '../shared/icon';
import { BoundsList } from './bounds';
import { ButtonLinks } from './buttonLinks';
import { Description } from './description';
import { Eyebrow } from './eyebrow';
import { From } from './from';
import { Lines } from './lines';
import { OwnerDueProgress } from './ownerDueProgress';
import { Standing } from './standing';
import { useView } from './view';
import './goalItem.css';

interface GoalItemProps {
  readonly goal: GoalSheet;
  readonly lines: readonly Line[];
}

/** The goal itself: what it is, how urgent, for how many, who owns it, its due date, and when it counts as done. */
export function GoalItem({ goal, lines }: GoalItemProps): VNode {
  const { strings } = useView();
  const { impactLine, labels, bounds } = goal;
  return (
    <article class="item" aria-labelledby="itemTitle">
      <Eyebrow goal={goal} hasCopy />
      <h2 id="itemTitle" class="title clamp3" tabIndex={-1} title={goal.title} dir="auto">
        {goal.title}
      </h2>
      <Standing of={goal} />
      {impactLine && (
        <p class="impactLine" title={strings.impact}>
          <Icon name="organization" />
          <span class="dotted">
            <span dir="auto">{impactLine.text}</span> <From goal={impactLine.from} />
          </span>
        </p>
      )}
      <OwnerDueProgress goal={goal} />
      <Description goal={goal} />
      {bounds.map((each, index) => (
        <BoundsList key={index} bounds={each} />
      ))}
      {labels.length > 0 && (
        <ul class="labels" aria-label={strings.labels}>
          {labels.map((label) => (
            <li key={label} class="cut" title={label} dir="auto">
              {label}
            </li>
          ))}
        </ul>
      )}
      <Lines lines={lines} />
      <ButtonLinks buttons={goal.buttons} />
    </article>
  );
}
