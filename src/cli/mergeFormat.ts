/** The output formats of merged facts. */
export const mergeFormats = ['ndjson', 'parquet'] as const;
/** An output format of merged facts. */
export type MergeFormat = (typeof mergeFormats)[number];
