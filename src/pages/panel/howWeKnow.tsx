import { Fragment, type VNode } from 'preact';
import type { GoalSheet } from '../../panel/contract/goalSheet';
import { HiddenText } from '../shared/hiddenText';
import { ButtonLinks } from './buttonLinks';
import { Fold } from './fold';
import { useView } from './view';
import './howWeKnow.css';

/** How the code was matched to the goal, where the goal was read, and what to do if that is wrong. */
export function HowWeKnow({ goal: { provenance, source } }: { readonly goal: GoalSheet }): VNode {
  const { strings } = useView();
  return (
    <Fold id="howWeKnow" title={strings.howWeKnow}>
      {provenance && (
        <p>
          {provenance.steps.map((step, index) => (
            <Fragment key={index}>
              {index > 0 && (
                <span class="arrow" aria-hidden="true">
                  →
                </span>
              )}
              {index > 0 && <HiddenText>, </HiddenText>}
              <span class="trailStep" dir="auto">
                {step}
              </span>
            </Fragment>
          ))}
        </p>
      )}
      <p class="quiet small" dir="auto">
        {source}
      </p>
      <ButtonLinks buttons={provenance?.buttons ?? []} />
    </Fold>
  );
}
