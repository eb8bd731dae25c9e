import type { VNode } from 'preact';
import type { Bounds } from '../../panel/contract/goalSheet';
import { HiddenText } from '../shared/hiddenText';
import { Icon } from '../shared/icon';
import type { IconName } from '../shared/iconSources';
import { useView } from './view';
import './bounds.css';

const icons: Readonly<Record<Bounds['items'][number]['mark'], IconName>> = {
  done: 'pass',
  open: 'circle',
  point: 'bullet',
  outside: 'circleSlash',
};

/** What must be true for the goal to be done, or what does not belong to it. */
export function BoundsList({ bounds }: { readonly bounds: Bounds }): VNode {
  const { strings } = useView();
  return (
    <div class="bounds">
      <h3 class="minor" dir="auto">
        {bounds.title}
      </h3>
      <ul>
        {bounds.items.map(({ text, mark }, index) => (
          <li key={index}>
            <Icon name={icons[mark]} class={mark === 'done' ? 'health-onTrack' : 'quiet'} />
            <span>
              {(mark === 'done' || mark === 'open') && <HiddenText>{`${strings[mark]}: `}</HiddenText>}
              <span dir="auto">{text}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
