import type { VNode } from 'preact';
import type { Decision, ReportSheet } from '../../reportPage/contract/reportSheet';
import { PriorityShape } from '../shared/priorityShape';
import { TextButton } from '../shared/textButton';
import { acts, useView } from './view';
import './decisions.css';

/** What needs a decision: fact, evidence, and a question. */
export function Decisions({ title, items, after }: ReportSheet['decisions']): VNode {
  return (
    <section class="part" aria-labelledby="decisions">
      <h2 id="decisions">{title}</h2>
      {items.length > 0 && (
        <ul class="decisions">
          {items.map((item, at) => (
            <Item
              key={`${item.kind} ${item.reference} ${item.title}`}
              item={item}
              isAgain={items[at - 1]?.kind === item.kind}
            />
          ))}
        </ul>
      )}
      {after !== undefined && <p class="after">{after}</p>}
    </section>
  );
}

function Item({ item, isAgain }: { readonly item: Decision; readonly isAgain: boolean }): VNode {
  const view = useView();
  const { kind, rank, title, reference, text, question, links } = item;
  return (
    <li>
      <span class={isAgain ? 'kind again' : 'kind'}>{kind}</span>
      <div class="what">
        {rank === undefined ? <span /> : <PriorityShape rank={rank} />}
        <p>
          {title} {reference !== '' && <span class="key">{reference}</span>}
        </p>
        {text !== '' && <p class="evidence quiet">{text}</p>}
      </div>
      <div>
        {question !== undefined && <p class="ask">{question}</p>}
        <p class="acts">
          {links.map(({ label, action, key }) => (
            <TextButton
              key={action}
              look="link"
              aria-label={`${label}: ${reference || title}`}
              {...acts(view, action, key)}
            >
              {label}
            </TextButton>
          ))}
        </p>
      </div>
    </li>
  );
}
