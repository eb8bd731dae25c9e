import type { VNode } from 'preact';
import type { Standing as Stands } from '../../panel/contract/goalSheet';
import { HiddenText } from '../shared/hiddenText';
import { Icon } from '../shared/icon';
import type { IconName } from '../shared/iconSources';
import { From } from './from';
import { PriorityShape } from '../shared/priorityShape';
import { useView } from './view';
import './standing.css';

const statusIcons: Record<NonNullable<Stands['status']>['category'], IconName> = {
  proposed: 'statusProposed',
  planned: 'statusPlanned',
  active: 'statusActive',
  blocked: 'statusBlocked',
  done: 'passFilled',
  dropped: 'statusDropped',
};

const healthIcons: Record<NonNullable<Stands['health']>['value'], IconName> = {
  onTrack: 'pass',
  atRisk: 'warning',
  offTrack: 'error',
};

/** How a goal stands: its priority, own or inherited, status and health. */
export function Standing({ of: { priority, status, health } }: { readonly of: Stands }): VNode {
  const { strings } = useView();
  return (
    <ul class="standing">
      <li>
        <PriorityChip priority={priority} />
        <From goal={priority.from} isLink />
      </li>
      {status && (
        <li>
          <Icon name={statusIcons[status.category]} class={`status-${status.category}`} />
          <HiddenText>{`${strings.status}: `}</HiddenText>
          <span title={strings.status} dir="auto">
            {status.label}
          </span>
        </li>
      )}
      {health && (
        <li>
          <Icon name={healthIcons[health.value]} class={`health-${health.value}`} />
          <HiddenText>{`${strings.health}: `}</HiddenText>
          <span title={strings.health} dir="auto">
            {health.label}
          </span>
        </li>
      )}
    </ul>
  );
}

// A filled chip is the goal's own priority, a dashed one is inherited.
function PriorityChip({ priority }: { readonly priority: Stands['priority'] }): VNode {
  const { strings } = useView();
  const { rank, short, label, from } = priority;
  const look = from === undefined ? `own own-${rank}` : 'inherited';
  return (
    <span class={`priority ${look}`} title={label}>
      <PriorityShape rank={rank} />
      <HiddenText>{`${strings.priority}: `}</HiddenText>
      <span dir="auto">{rank === 0 ? label : short}</span>
    </span>
  );
}
