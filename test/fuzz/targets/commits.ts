import assert from 'node:assert/strict';
import { keysOfCommit } from '../../../src/core/links/commitKeys';
import { removeTag, tagMessage } from '../../../src/core/message/commitTag';
import { parseTrailers } from '../../../src/core/message/trailers';

const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };

/** Any message of a commit names keys that stand in it, and is tagged so that the tag is read and can go again. */
export function fuzz(data: Buffer): void {
  const message = data.toString('utf8');
  const [subject = '', ...body] = message.split('\n');
  keysOfCommit({ subject, body: body.join('\n'), note: message }, rules);
  const tagged = tagMessage(message, 'Initiative', ['SHOP-7']);
  const tags = parseTrailers(tagged).filter(({ token }) => token.toLowerCase() === 'initiative');
  assert.ok(
    tags.some(({ value }) => value === 'SHOP-7'),
    JSON.stringify({ message, tagged }),
  );
  removeTag(tagged, 'Initiative');
}
