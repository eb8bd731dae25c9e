/** The formats of a report. */
export const reportFormats = ['text', 'markdown', 'csv', 'json', 'html', 'ndjson'] as const;
/** A format of a report. */
export type ReportFormat = (typeof reportFormats)[number];
