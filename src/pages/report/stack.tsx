import type { VNode } from 'preact';
import type { PartOf } from '../../reportPage/contract/reportSheet';
import { percent } from './percent';
import { Swatch } from './swatch';
import { acts, useView } from './view';
import './stack.css';

/** One bar that stands for all effort, and a key to its parts. */
export function Stack({ part }: { readonly part: PartOf<'stack'> }): VNode {
  const view = useView();
  return (
    <figure>
      <svg class="stackBar" role="img" aria-label={`${part.title} ${part.answer}`}>
        {part.segments.map(({ cls, from, to }) => (
          <rect
            key={cls}
            class={`${cls} gap`}
            x={percent(from)}
            y="2"
            width={percent(to - from)}
            height="24"
          />
        ))}
      </svg>
      <div class="segments" data-roving="">
        {part.segments.map(({ cls, cells, drill }) => (
          <button key={cls} type="button" class="segment" {...acts(view, 'showCommits', drill)}>
            <Swatch cls={cls} />
            <span class="oneLine">{cells[0]}</span>
            {cells.slice(1).map((cell, at) => (
              <span key={at} class={at === cells.length - 2 ? 'n strong' : 'n'}>
                {cell}
              </span>
            ))}
          </button>
        ))}
      </div>
    </figure>
  );
}
