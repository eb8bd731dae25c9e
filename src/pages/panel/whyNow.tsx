import type { VNode } from 'preact';
import type { GoalSheet } from '../../panel/contract/goalSheet';
import { Fold } from './fold';
import { GoalRows } from './goalRows';
import { useView } from './view';
import './whyNow.css';

/** What the goal waits for, and what waits for it. Left out if nothing is known. */
export function WhyNow({ groups }: { readonly groups: GoalSheet['whyNow'] }): VNode | null {
  const { strings } = useView();
  if (groups.length === 0) return null;
  return (
    <Fold id="whyNow" title={strings.whyNow}>
      {groups.map(({ title, goals }) => (
        <div key={title} class="whyGroup" data-scope={title}>
          <h3 class="whose quiet">{title}</h3>
          <GoalRows goals={goals} />
        </div>
      ))}
    </Fold>
  );
}
