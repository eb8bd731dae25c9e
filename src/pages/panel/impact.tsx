import type { VNode } from 'preact';
import type { Fact, GoalCard } from '../../panel/contract/panelState';
import { Block } from './block';
import { Quotes } from './quotes';
import { toggles, useView } from './view';
import './impact.css';

const numeric: ReadonlySet<Fact['kind']> = new Set(['customers', 'requests', 'revenue', 'score']);

interface ImpactProps {
  readonly card: GoalCard;
  readonly scope: string;
}

/** Whom the goal matters to and how much; says so where the tracker does not record it. */
export function Impact({ card, scope }: ImpactProps): VNode {
  const { strings } = useView();
  const facts = card.impact?.facts ?? [];
  const said = card.impact?.quotes ?? [];
  const inherited = card.impact?.inherited;
  return (
    <Block
      name="impact"
      title={strings.impact}
      aside={inherited !== undefined && <span class="quiet">{inherited}</span>}
    >
      {facts.length + said.length === 0 && <p class="quiet">{strings.notRecorded}</p>}
      {facts.length > 0 && (
        <ul class="facts">
          {/* Figures first: they share the grid, while words get a line each. */}
          {[...facts]
            .sort((a, b) => Number(numeric.has(b.kind)) - Number(numeric.has(a.kind)))
            .map((fact) => (
              <FactItems key={fact.kind} fact={fact} id={`${scope}/fact/${fact.kind}`} />
            ))}
        </ul>
      )}
      {said.length > 0 && <Quotes goal={card.key} said={said} scope={scope} />}
    </Block>
  );
}

// A button, so that the field's origin can be had by keyboard and by touch and not only by hovering.
function FactItems({ fact, id }: { readonly fact: Fact; readonly id: string }): VNode {
  const view = useView();
  const open = view.isOpen(id);
  const origin = `${view.strings.source}: ${fact.field}`;
  return (
    <>
      <li class={numeric.has(fact.kind) ? 'fact' : 'fact wordy'}>
        <button
          type="button"
          title={origin}
          aria-controls={open ? id : undefined}
          {...toggles(view, id, open)}
        >
          <span class="factValue" dir="auto">
            {fact.value}
          </span>{' '}
          <span class="factLabel" dir="auto">
            {fact.label}
          </span>
        </button>
      </li>
      {open && (
        <li class="factDetail" id={id}>
          {fact.detail !== undefined && <p dir="auto">{fact.detail}</p>}
          <p class="quiet" dir="auto">
            {origin}
          </p>
        </li>
      )}
    </>
  );
}
