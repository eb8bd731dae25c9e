import assert from 'node:assert/strict';
import { parseReportFile } from '../../../src/teamFiles/reportFile/reportFile';

/** Any text gives a report file, or a fault in a sentence. */
export function fuzz(data: Buffer): void {
  const read = parseReportFile(data.toString('utf8'));
  if ('message' in read) assert.notEqual(read.message, '');
}
