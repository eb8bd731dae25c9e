import type { VNode } from 'preact';
import type { GoalSheet } from '../../panel/contract/goalSheet';
import { TextButton } from '../shared/textButton';
import { Eyebrow } from './eyebrow';
import { Fold } from './fold';
import { From } from './from';
import { Impact } from './impact';
import { OwnerAndDue } from './ownerDueProgress';
import { Quotes } from './quotes';
import { Standing } from './standing';
import { acts, useView } from './view';
import './whyItMatters.css';

/** The initiative that the goal is done for, and to whom it matters and how much. */
export function WhyItMatters({ goal }: { readonly goal: GoalSheet }): VNode {
  const { strings } = useView();
  const { reason, impact } = goal;
  return (
    <Fold id="matters" title={strings.whyItMatters}>
      {reason && <Reason reason={reason} />}
      <div class="subhead">
        <h3 class="minor">{strings.impact}</h3>
        <From goal={impact?.from} />
      </div>
      {!impact && <p class="quiet">{strings.notRecorded}</p>}
      {impact && impact.facts.length > 0 && <Impact facts={impact.facts} />}
      {impact && impact.quotes.length > 0 && <Quotes goal={goal.key} said={impact.quotes} />}
    </Fold>
  );
}

function Reason({ reason }: { readonly reason: NonNullable<GoalSheet['reason']> }): VNode {
  const view = useView();
  return (
    <div class="reason" data-scope={`reason/${reason.key}`}>
      <Eyebrow goal={reason} />
      <h3 class="reasonTitle">
        <TextButton look="reference" title={reason.title} {...acts(view, 'readGoal', reason.key)}>
          <span class="clamp3" dir="auto">
            {reason.title}
          </span>
        </TextButton>
      </h3>
      <Standing of={reason} />
      <OwnerAndDue goal={reason} />
    </div>
  );
}
