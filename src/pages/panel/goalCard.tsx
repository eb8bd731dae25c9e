import type { VNode } from 'preact';
import type { GoalCard as Card } from '../../panel/contract/panelState';
import { Dot } from '../shared/dot';
import { CardHeader } from './cardHeader';
import { Chain } from './chain';
import { Description } from './description';
import { History } from './history';
import { Impact } from './impact';
import { Metrics } from './metrics';
import { ProgressBlock } from './progressBlock';
import { useView } from './view';
import { WhyNow } from './whyNow';
import './goalCard.css';

interface GoalCardProps {
  readonly card: Card;
  readonly scope: string;
  /** The id of the title, where the card has none of its own. */
  readonly titledBy?: string;
}

/** Everything about one goal. In a row that opens, the row is the title and the card has none of its own. */
export function GoalCard({ card, scope, titledBy }: GoalCardProps): VNode {
  const titleId = titledBy ?? `${scope}/title`;
  return (
    <article key={card.key} class="card" aria-labelledby={titleId} data-scope={scope}>
      <CardHeader card={card} titleId={titledBy === undefined ? titleId : undefined} />
      <div class="cardBody">
        <div class="cardMain">
          <Description card={card} scope={scope} />
          <Impact card={card} scope={scope} />
        </div>
        <div class="cardSide">
          <WhyNow card={card} />
          <ProgressBlock card={card} />
          <Metrics card={card} />
          <Chain card={card} />
          <History card={card} />
          <Labels labels={card.labels} />
        </div>
      </div>
      <footer class="cardFooter quiet">
        {card.updated !== undefined && (
          <>
            <span dir="auto">{card.updated}</span>
            <Dot />
          </>
        )}
        <span dir="auto">{card.tracker}</span>
      </footer>
    </article>
  );
}

function Labels({ labels }: { readonly labels: readonly string[] }): VNode | null {
  const { strings } = useView();
  if (labels.length === 0) return null;
  return (
    <ul class="labels" aria-label={strings.labels}>
      {labels.map((label) => (
        <li key={label} dir="auto">
          {label}
        </li>
      ))}
    </ul>
  );
}
