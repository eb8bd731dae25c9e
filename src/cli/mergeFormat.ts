/** The forms in which merged facts are written. */
export const mergeFormats = ['ndjson', 'parquet'] as const;
/** One of them. */
export type MergeFormat = (typeof mergeFormats)[number];
