import type { ComponentChildren, VNode } from 'preact';
import type { ReportPart } from '../../reportPage/contract/reportSheet';
import { Bars } from './bars';
import { Chart, ChartSwitch } from './chart';
import { Counted } from './counted';
import { Places } from './places';
import { FoldedTable, DataTable } from './dataTable';
import { Stack } from './stack';
import { Tree } from './tree';

/** A question of the report, its answer, a chart, and the figures behind it. */
export function Part({ part }: { readonly part: ReportPart }): VNode {
  const { id, title, answer } = part;
  return (
    <section class="part" aria-labelledby={`part-${id}`}>
      <div class="partHead">
        <h2 id={`part-${id}`}>{title}</h2>
        {part.kind === 'chart' && <ChartSwitch part={part} />}
      </div>
      {answer !== '' && <p class="answer">{answer}</p>}
      {contentOf(part)}
      {part.kind !== 'table' && part.kind !== 'counted' && part.table && (
        <FoldedTable id={id} table={part.table} title={title} />
      )}
      {(part.kind === 'bars' || part.kind === 'table') && part.after !== undefined && (
        <p class="after">{part.after}</p>
      )}
    </section>
  );
}

function contentOf(part: ReportPart): ComponentChildren {
  switch (part.kind) {
    case 'bars':
      return <Bars part={part} />;
    case 'chart':
      return <Chart part={part} />;
    case 'stack':
      return <Stack part={part} />;
    case 'places':
      return <Places part={part} />;
    case 'tree':
      return <Tree nodes={part.nodes} />;
    case 'table':
      return <DataTable table={part.table} />;
    case 'counted':
      return <Counted part={part} />;
  }
}
