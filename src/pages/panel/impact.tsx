import type { VNode } from 'preact';
import type { Fact } from '../../panel/contract/goalSheet';
import { toggles, useView } from './view';
import './impact.css';

/** Whom a goal matters to and how much: figures first, then words. */
export function Impact({ facts }: { readonly facts: readonly Fact[] }): VNode {
  return (
    <ul class="impact" data-roving>
      {facts.map((fact) => (
        <FactItems key={fact.kind} fact={fact} />
      ))}
    </ul>
  );
}

// A button, so that the field's origin can be reached by keyboard and touch, and not only by hovering.
function FactItems({ fact }: { readonly fact: Fact }): VNode {
  const view = useView();
  const id = `impact/${fact.kind}`;
  const open = view.isOpen(id);
  const origin = `${view.strings.source}: ${fact.field}`;
  return (
    <>
      <li class={fact.isFigure ? figureClass(fact.value) : 'fact wordy'}>
        <button
          type="button"
          title={[fact.value, fact.detail, origin].filter((text) => text !== undefined).join('\n')}
          aria-controls={open ? id : undefined}
          {...toggles(view, id, open)}
        >
          <span class="factValue" dir="auto">
            {fact.value}
          </span>{' '}
          <span class="factLabel quiet" dir="auto">
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

function figureClass(value: string): string {
  return value.length > 11 ? 'fact long' : 'fact';
}
