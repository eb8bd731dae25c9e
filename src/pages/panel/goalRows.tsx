import { Fragment, type VNode } from 'preact';
import type { GoalRow } from '../../panel/contract/goalSheet';
import { Cut } from '../shared/cut';
import { Dot } from '../shared/dot';
import { HiddenText } from '../shared/hiddenText';
import { Icon } from '../shared/icon';
import { TextButton } from '../shared/textButton';
import { PriorityShape } from '../shared/priorityShape';
import { acts, useView } from './view';
import './goalRows.css';

/** Other goals, each of which can be opened: its mark and title, with the key and what matters most below. */
export function GoalRows({ goals }: { readonly goals: readonly GoalRow[] }): VNode {
  return (
    <ul class="goalRows" data-roving>
      {goals.map((goal) => (
        <Row key={goal.key} goal={goal} />
      ))}
    </ul>
  );
}

function Row({ goal }: { readonly goal: GoalRow }): VNode {
  const view = useView();
  return (
    <li class="goalRow">
      {goal.closed ? (
        <Icon name="passFilled" class="status-done" />
      ) : (
        <span title={goal.priorityLabel}>
          <PriorityShape rank={goal.rank} />
        </span>
      )}
      <TextButton look="reference" title={goal.title} {...acts(view, 'readGoal', goal.key)}>
        <span class="clamp2">
          {goal.closed && <HiddenText>{`${view.strings.closed}: `}</HiddenText>}
          {!goal.closed && goal.priorityLabel !== undefined && (
            <HiddenText>{`${goal.priorityLabel} `}</HiddenText>
          )}
          <span dir="auto">{goal.title}</span>
        </span>
      </TextButton>
      <span class="goalNotes quiet">
        <Cut text={goal.reference ?? goal.key} />
        {goal.notes.map(({ text, strong }) => (
          <Fragment key={text}>
            <Dot />
            <span class={strong === true ? 'strong' : undefined} dir="auto">
              {text}
            </span>
          </Fragment>
        ))}
        {goal.how !== undefined && (
          <span class="goalHow" dir="auto">
            {goal.how}
          </span>
        )}
      </span>
    </li>
  );
}
