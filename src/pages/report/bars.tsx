import type { VNode } from 'preact';
import type { Bar, PartOf } from '../../reportPage/contract/reportSheet';
import { PriorityShape } from '../shared/priorityShape';
import { percent } from './percent';
import { Swatch } from './swatch';
import { acts, useView } from './view';
import './bars.css';

/** Effort by goal: a row each, its bar, below it the range over the ways to count, across it the target. */
export function Bars({ part }: { readonly part: PartOf<'bars'> }): VNode {
  const { axis, heads, rows, legend } = part;
  const [name = '', ...figures] = heads;
  return (
    <figure class={figures.length > 3 ? 'bars withTargets' : 'bars'}>
      <div class="barHead" aria-hidden="true">
        <span>{name}</span>
        <svg class="bar">
          {axis.map(({ at, text }, index) => (
            <text
              key={at}
              class={index % 2 === 0 ? 'axis' : 'axis wideAxis'}
              x={percent(at)}
              y="18"
              text-anchor={index === 0 ? 'start' : at > 0.97 ? 'end' : 'middle'}
            >
              {text}
            </text>
          ))}
        </svg>
        {figures.map((head, at) => (
          <span key={head} class={at > 1 ? 'n rowWide' : 'n'}>
            {head}
          </span>
        ))}
      </div>
      <div data-roving="">
        {rows.map((row) => (
          <Row key={row.drill} row={row} axis={axis} />
        ))}
      </div>
      <figcaption class="legend">
        <span>
          <svg width="28" height="12" aria-hidden="true">
            <rect class="P2" y="1" width="28" height="10" rx="1" />
          </svg>
          {legend.bar}
        </span>
        <span>
          <svg width="28" height="12" aria-hidden="true">
            <path class="whisker" d="M1 6H27M1 3V9M27 3V9" />
          </svg>
          {legend.range}
        </span>
        {legend.target !== undefined && (
          <span>
            <svg width="8" height="16" aria-hidden="true">
              <line class="target" x1="4" x2="4" y1="0" y2="16" />
            </svg>
            {legend.target}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function Row({ row, axis }: { readonly row: Bar; readonly axis: PartOf<'bars'>['axis'] }): VNode {
  const view = useView();
  const { rank, cls, name, reference, cells, note, drill } = row;
  const isGoal = rank !== undefined;
  return (
    <button
      type="button"
      class={cls === 'none' || cls === 'unknown' ? 'barRow parted' : 'barRow'}
      title={`${name} ${reference}`}
      {...acts(view, 'showCommits', drill)}
    >
      <span class="barName">
        {isGoal ? <PriorityShape rank={rank} /> : <Swatch cls={cls} />}
        <span class="oneLine">{name}</span>
        <span class="key">{reference}</span>
      </span>
      <BarShape row={row} axis={axis} />
      {cells.map((cell, at) => (
        <span key={at} class={at === 0 ? 'n strong' : at > 1 ? 'n quiet rowWide' : 'n'}>
          {cell}
        </span>
      ))}
      {note !== undefined && <span class="note">{note}</span>}
    </button>
  );
}

function BarShape({ row, axis }: { readonly row: Bar; readonly axis: PartOf<'bars'>['axis'] }): VNode {
  const { value, range, target, cls } = row;
  return (
    <svg class="bar" aria-hidden="true">
      {axis.map(({ at }) => (
        <line key={at} class="grid" x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />
      ))}
      <rect class={cls} x="0" y="7" width={percent(value)} height="12" rx="1" />
      {range && <Whisker from={range[0]} to={range[1]} />}
      {target !== undefined && (
        <>
          <line class="targetHalo" x1={percent(target)} x2={percent(target)} y1="2" y2="24" />
          <line class="target" x1={percent(target)} x2={percent(target)} y1="2" y2="24" />
        </>
      )}
    </svg>
  );
}

function Whisker({ from, to }: { readonly from: number; readonly to: number }): VNode {
  return (
    <>
      <line class="whisker" x1={percent(from)} x2={percent(to)} y1="25" y2="25" />
      <line class="whisker" x1={percent(from)} x2={percent(from)} y1="22" y2="28" />
      <line class="whisker" x1={percent(to)} x2={percent(to)} y1="22" y2="28" />
    </>
  );
}
