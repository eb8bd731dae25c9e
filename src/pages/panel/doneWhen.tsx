import type { VNode } from 'preact';
import type { GoalSheet } from '../../panel/contract/goalSheet';
import { HiddenText } from '../shared/hiddenText';
import { Icon } from '../shared/icon';
import { useView } from './view';
import './doneWhen.css';

/** What has to be true for the goal to be done. */
export function DoneWhen({ doneWhen }: { readonly doneWhen: NonNullable<GoalSheet['doneWhen']> }): VNode {
  const { strings } = useView();
  return (
    <div class="doneWhen">
      <h3 class="minor" dir="auto">
        {doneWhen.title}
      </h3>
      <ul>
        {doneWhen.items.map(({ text, done }, index) => (
          <li key={index}>
            <Icon name={done ? 'pass' : 'circle'} class={done ? 'health-onTrack' : 'quiet'} />
            <span>
              <HiddenText>{`${done ? strings.done : strings.open}: `}</HiddenText>
              <span dir="auto">{text}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
