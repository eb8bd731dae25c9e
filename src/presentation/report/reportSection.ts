/** A table; the first column names the row, the others are figures. */
export interface ReportTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The totals row. */
  readonly foot?: readonly string[];
}

/** A question that a report answers. */
export interface ReportSection {
  readonly id:
    | 'effort'
    | 'weeks'
    | 'evidence'
    | 'land'
    | 'rework'
    | 'folders'
    | 'chains'
    | 'customers'
    | 'plan'
    | 'drift'
    | 'declared';
  readonly title: string;
  /** The answer in one sentence. */
  readonly answer: string;
  readonly table: ReportTable;
}
