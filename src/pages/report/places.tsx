import type { VNode } from 'preact';
import type { PartOf } from '../../reportPage/contract/reportSheet';
import { TextButton } from '../shared/textButton';
import { percent } from './percent';
import { acts, useView } from './view';
import './places.css';

/** Folders by the effort without a goal in them. */
export function Places({ part }: { readonly part: PartOf<'places'> }): VNode {
  const view = useView();
  return (
    <figure>
      <ul class="places">
        {part.rows.map(({ name, value, text, drill, link }) => (
          <li key={drill} class="place">
            <button type="button" class="placeRow" title={name} {...acts(view, 'showCommits', drill)}>
              <span class="oneLine">{name}</span>
              <svg class="placeBar" aria-hidden="true">
                <rect class="none" x="0.5" y="8" width={percent(value * 0.99)} height="12" rx="1" />
              </svg>
              <span class="n">{text}</span>
            </button>
            {link && (
              <TextButton
                look="link"
                aria-label={`${link.label} ${name}`}
                {...acts(view, link.action, link.key)}
              >
                {link.label}
              </TextButton>
            )}
          </li>
        ))}
      </ul>
    </figure>
  );
}
