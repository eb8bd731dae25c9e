import assert from 'node:assert/strict';
import fc from 'fast-check';
import { removeTag, tagMessage } from '../../../../src/core/message/commitTag';
import { referencesInValue } from '../../../../src/core/references/referencesInValue';
import { commitMessages } from './commitMessages';
import { tagKeys } from '../editing/tagKeys';
import { trailersOfGit } from './trailersOfGit';

const token = 'Initiative';
const scissors = '# ------------------------ >8 ------------------------';

describe('a tagged message', function () {
  this.timeout(30_000);
  const isOurs = (trailer: { token: string }): boolean => trailer.token.toLowerCase() === 'initiative';

  for (const [eol, seed] of [
    ['\n', 11],
    ['\r\n', 12],
    ['mixed', 13],
  ] as const) {
    const messages = fc.sample(commitMessages({ eol, divider: true, scissors: true }), {
      seed,
      numRuns: 600,
    });

    it(`is tagged once, and gives the message back (seed ${seed})`, () => {
      for (const message of messages) {
        const tagged = tagMessage(message, token, ['NEW-1', 'NEW-2']);
        const shown = JSON.stringify(message);
        assert.equal(tagMessage(tagged, token, ['NEW-1', 'NEW-2']), tagged, shown);
        assert.deepEqual(tagKeys(tagged, token), ['NEW-1', 'NEW-2'], shown);
        assert.equal(removeTag(tagged, token), removeTag(message, token), shown);
        if (tagKeys(message, token).length === 0 && !/^initiative:/im.test(message)) {
          assert.equal(removeTag(tagged, token), message, shown);
        }
        assert.deepEqual(textOf(tagged), textOf(message), shown);
      }
    });

    it(`keeps every trailer that git saw (seed ${seed})`, () => {
      const cleaned = messages.map(cleanedUp);
      const tagged = messages.map((message) =>
        cleanedUp(`Title\n\n${tagMessage(message, token, ['NEW-1', 'NEW-2'])}`),
      );
      const whole = messages.map((message) => cleanedUp(tagMessage(message, token, ['NEW-1', 'NEW-2'])));
      const before = trailersOfGit(cleaned, { divider: false });
      const after = trailersOfGit(whole, { divider: false });
      const belowTitle = trailersOfGit(tagged, { divider: false });
      messages.forEach((message, at) => {
        const shown = JSON.stringify(message);
        // What a person wrote under our token that is no key stays.
        const ours = belowTitle[at]?.filter(isOurs).map(({ value }) => value);
        assert.deepEqual(
          ours?.filter((value) => value === '' || referencesInValue(value).length > 0),
          ['NEW-1', 'NEW-2'],
          shown,
        );
        const hasTitle = !(whole[at] ?? '').startsWith('Initiative: NEW-1');
        const earlier = before[at]?.filter((trailer) => !isOurs(trailer));
        if (hasTitle)
          assert.deepEqual(
            after[at]?.filter((trailer) => !isOurs(trailer)),
            earlier,
            shown,
          );
      });
    });
  }
});

/** The message as `git commit` stores it: LF, no space at line ends, no blank or comment first, no scissors. */
function cleanedUp(message: string): string {
  const text = message.replace(/\r\n/g, '\n').replace(/[ \t\r]+$/gm, '');
  const cut = text.startsWith(scissors) ? 0 : text.indexOf(`\n${scissors}\n`) + 1 || text.length;
  return text.slice(0, cut).replace(/^(?:#.*\n|\n)+/, '');
}

/** Every line but blanks and our own trailers, sorted: what must survive. */
function textOf(message: string): string[] {
  return message
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !/^initiative ?:/i.test(line))
    .filter((line) => !/^[ \t]/.test(line))
    .sort();
}
