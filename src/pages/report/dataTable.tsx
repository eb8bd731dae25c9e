import type { VNode } from 'preact';
import type { SheetTable } from '../../reportPage/contract/reportSheet';
import { Icon } from '../shared/icon';
import { TextButton } from '../shared/textButton';
import { acts, useView } from './view';
import './dataTable.css';

/** A table; the name of a row leads to the commits behind it. */
export function DataTable({ table }: { readonly table: SheetTable }): VNode {
  const view = useView();
  const { head, rows, foot } = table;
  return (
    <div class="tableWrap">
      <table class={table.isText === true ? 'texts' : undefined}>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col" class={at > 0 ? 'n' : undefined}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody data-roving="">
          {rows.map(({ cells, drill }, row) => (
            <tr key={row}>
              <th scope="row" class="rowName">
                {drill === undefined ? (
                  cells[0]
                ) : (
                  <TextButton look="reference" {...acts(view, 'showCommits', drill)}>
                    {cells[0]}
                  </TextButton>
                )}
              </th>
              {cells.slice(1).map((cell, at) => (
                <td key={at} class="n">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {foot.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={at} class="n">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface FoldedTableProps {
  readonly id: string;
  readonly title: string;
  readonly table: SheetTable;
}

/** The table behind a chart. */
export function FoldedTable({ id, title, table }: FoldedTableProps): VNode {
  const view = useView();
  return (
    <details
      open={view.isOpen(`table ${id}`)}
      onToggle={({ currentTarget }) => view.toggle(`table ${id}`, currentTarget.open)}
    >
      <summary data-control={`table ${id}`} aria-label={`${view.strings.table} – ${title}`}>
        <Icon name="chevronRight" />
        {view.strings.table}
      </summary>
      <DataTable table={table} />
    </details>
  );
}
