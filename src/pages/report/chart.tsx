import type { VNode } from 'preact';
import type { PartOf } from '../../reportPage/contract/reportSheet';
import { SceneView } from './scene';
import { useView } from './view';
import './chart.css';

/** A chart over the weeks, drawn for the available width. */
export function Chart({ part }: { readonly part: PartOf<'chart'> }): VNode | null {
  const shown = useView().viewOf(part.id);
  const view = part.views.find(({ id }) => id === shown) ?? part.views[0];
  if (view === undefined) return part.empty === undefined ? null : <p class="after">{part.empty}</p>;
  return (
    <figure>
      <SceneView scene={view.wide} class="onlyWide" />
      <SceneView scene={view.narrow} class="onlyNarrow" />
    </figure>
  );
}

/** Switches between the views of a chart. */
export function ChartSwitch({ part }: { readonly part: PartOf<'chart'> }): VNode | null {
  const view = useView();
  const { id, views } = part;
  if (views.length < 2) return null;
  const shown = views.find((each) => each.id === view.viewOf(id)) ?? views[0];
  return (
    <span class="switch" role="group" aria-label={`${view.strings.showAs} – ${part.title}`}>
      {views.map((each) => (
        <button
          key={each.id}
          type="button"
          aria-pressed={each === shown}
          data-control={`view ${id} ${each.id}`}
          onClick={() => view.showAs(id, each.id)}
        >
          {each.label}
        </button>
      ))}
    </span>
  );
}
