/** The forms in which a report is written. */
export const reportFormats = ['text', 'markdown', 'csv', 'json', 'html', 'ndjson'] as const;
/** One of them. */
export type ReportFormat = (typeof reportFormats)[number];
