import type { VNode } from 'preact';
import type { GoalCard as Card, GoalRef } from '../../panel/contract/panelState';
import { Icon } from '../shared/icon';
import { GoalCard } from './goalCard';
import { GoalMark } from './goalRefs';
import { toggles, useView } from './view';
import './goalRow.css';

interface GoalRowProps {
  readonly goal: GoalRef;
  readonly card: Card;
  readonly scope: string;
  readonly startsOpen: boolean;
}

/** A goal as one line of a list, which opens its card in place. */
export function GoalRow({ goal, card, scope, startsOpen }: GoalRowProps): VNode {
  const view = useView();
  const open = view.isOpen(scope, startsOpen);
  const titleId = `${scope}/title`;
  return (
    <li class="goalRow">
      <h3 class="rowHeading">
        <button
          type="button"
          class="row"
          aria-describedby={open ? undefined : `${scope}/how`}
          {...toggles(view, scope, open)}
        >
          <Icon name="chevron" class="rowChevron" />
          <GoalMark goal={goal} />
          <span class="rowTitle" id={titleId} dir="auto">
            {goal.title}
          </span>{' '}
          <span class="quiet key" dir="auto">
            {goal.key}
          </span>
        </button>
      </h3>
      {open ? (
        <GoalCard card={card} scope={scope} titledBy={titleId} />
      ) : (
        <p class="rowHow quiet" id={`${scope}/how`} dir="auto">
          {card.provenance}
        </p>
      )}
    </li>
  );
}
