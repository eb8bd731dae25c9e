import type { VNode } from 'preact';
import type { GoalRef } from '../../panel/contract/panelState';
import { HiddenText } from '../shared/hiddenText';
import { Icon } from '../shared/icon';
import { TextButton } from '../shared/textButton';
import { PriorityShape } from './priorityMark';
import { acts, useView } from './view';
import './goalRefs.css';

interface GoalProps {
  readonly goal: GoalRef;
}

/** A goal's title, as a link to the tracker where the tracker has a page for it. */
export function RefTitle({ goal }: GoalProps): VNode {
  const view = useView();
  const title = <span dir="auto">{goal.title}</span>;
  if (!goal.hasUrl) return title;
  return (
    <TextButton
      look="reference"
      title={view.strings.openInTracker}
      {...acts(view, 'openInTracker', goal.key)}
    >
      {title}
    </TextButton>
  );
}

/** The shape of a goal's priority, or a check where work on it is over. */
export function GoalMark({ goal }: GoalProps): VNode {
  const { strings } = useView();
  if (!goal.closed) return <PriorityShape goal={goal} />;
  return (
    <>
      <Icon name="passFilled" class="good" />
      <HiddenText>{`${strings.closed}: `}</HiddenText>
    </>
  );
}

/** Other goals, one a line. */
export function GoalRefs({ goals }: { readonly goals: readonly GoalRef[] }): VNode {
  return (
    <ul class="refs">
      {goals.map((goal) => (
        <li key={goal.key} class={goal.closed ? 'ref closed' : 'ref'}>
          <GoalMark goal={goal} />
          <span class="refText">
            <RefTitle goal={goal} />{' '}
            <span class="quiet key" dir="auto">
              {goal.key}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
