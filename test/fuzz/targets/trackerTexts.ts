import assert from 'node:assert/strict';
import { htmlText } from '../../../src/trackers/kinds/azureDevOps/htmlText';
import { adfText } from '../../../src/trackers/kinds/jira/adfText';
import { wikiText } from '../../../src/trackers/kinds/jira/wikiText';
import { textileText } from '../../../src/trackers/kinds/redmine/textileText';

/** What trackers write in becomes text, whatever it is. */
export function fuzz(data: Buffer): void {
  const text = data.toString('utf8');
  for (const read of [htmlText, wikiText, textileText]) assert.equal(typeof read(text), 'string');
  assert.equal(typeof adfText(jsonOf(text)), 'string');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
