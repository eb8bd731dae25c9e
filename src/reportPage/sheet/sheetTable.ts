import type { ReportTable } from '../../presentation/report/reportSection';
import type { SheetTable } from '../contract/reportSheet';

/** A table for the page; `drillOf` says which commits are behind a row, by its index. */
export function sheetTable(
  { head, rows, foot }: ReportTable,
  drillOf: (at: number) => string | undefined = () => undefined,
): SheetTable {
  return {
    head: [...head],
    rows: rows.map((cells, at) => {
      const drill = drillOf(at);
      return { cells: [...cells], ...(drill !== undefined && { drill }) };
    }),
    ...(foot && { foot: [...foot] }),
  };
}
