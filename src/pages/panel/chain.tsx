import type { VNode } from 'preact';
import type { GoalSheet } from '../../panel/contract/goalSheet';
import { Cut } from '../shared/cut';
import { Dot } from '../shared/dot';
import { TextButton } from '../shared/textButton';
import { Fold } from './fold';
import { GoalRows } from './goalRows';
import { acts, useView } from './view';
import './chain.css';

interface ChainProps {
  readonly goal: GoalSheet;
  readonly isOnlyRead: boolean;
}

/** The path from the objective down to the goal, which is the filled rung. */
export function Chain({ goal, isOnlyRead }: ChainProps): VNode | null {
  const view = useView();
  const { strings } = view;
  if (goal.chain.length === 0) return null;
  return (
    <Fold id="chain" title={strings.chain}>
      <ol class="chain" data-roving>
        {goal.chain.map(({ key, reference, title, levelLabel }) => {
          const isHere = key === goal.key;
          const text = (
            <span class="clamp2" title={title} dir="auto">
              {title}
            </span>
          );
          return (
            <li key={key} class="rung" aria-current={isHere ? 'true' : undefined}>
              {isHere ? (
                <b>{text}</b>
              ) : (
                <TextButton look="reference" {...acts(view, 'readGoal', key)}>
                  {text}
                </TextButton>
              )}
              <span class="below quiet">
                {levelLabel}
                <Dot />
                <Cut text={reference ?? key} />
                {isHere && !isOnlyRead && (
                  <>
                    <Dot />
                    <b class="here">{strings.youAreHere}</b>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {goal.alsoServes && (
        <div class="servesToo" data-scope="servesToo">
          <h3 class="whose quiet">{strings.servesToo}</h3>
          <GoalRows goals={goal.alsoServes} />
        </div>
      )}
    </Fold>
  );
}
