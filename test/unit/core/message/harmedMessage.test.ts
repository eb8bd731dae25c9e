import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tagMessage } from '../../../../src/core/message/commitTag';
import { harmedMessage, mendedMessage, type Harm } from '../../../../src/core/message/harmedMessage';
import { parseTrailers } from '../../../../src/core/message/trailers';
import { commitMessages } from './commitMessages';

const token = 'Initiative';
const isKnown = (key: string): boolean => ['SHOP-7', 'DEMO-1', 'checkout'].includes(key);

/** What is wrong with each message, and the message mended; for an untitled one under the title "Title". */
const harmed: readonly (readonly [message: string, harm: Harm, mended: string])[] = [
  // The box was committed or amended as it was filled.
  ['Initiative: SHOP-7\n', 'untitled', 'Title\n\nInitiative: SHOP-7\n'],
  ['\n\nInitiative: SHOP-7', 'untitled', 'Title\n\nInitiative: SHOP-7\n'],
  ['Initiative: SHOP-7', 'untitled', 'Title\n\nInitiative: SHOP-7\n'],
  ['initiative : SHOP-7\n', 'untitled', 'Title\n\nInitiative: SHOP-7\n'],
  ['Initiative: checkout\n', 'untitled', 'Title\n\nInitiative: checkout\n'],
  ['Initiative: acme/shop#12\n', 'untitled', 'Title\n\nInitiative: acme/shop#12\n'],
  ['Initiative: SHOP-7\nInitiative: PAY-3\n', 'untitled', 'Title\n\nInitiative: SHOP-7\nInitiative: PAY-3\n'],
  [
    'Initiative: SHOP-7\n\nSigned-off-by: Ana <ana@shop.example>\n',
    'untitled',
    'Title\n\nSigned-off-by: Ana <ana@shop.example>\nInitiative: SHOP-7\n',
  ],
  // And the hook added its own.
  ['Initiative: SHOP-7\n\nInitiative: SHOP-7\n', 'untitled', 'Title\n\nInitiative: SHOP-7\n'],
  // The caret stood behind the trailer.
  ['Initiative: DEMO-1Second change to sync\n', 'glued', 'Second change to sync\n\nInitiative: DEMO-1\n'],
  ['Initiative: DEMO-1 Second change\n', 'glued', 'Second change\n\nInitiative: DEMO-1\n'],
  ['Initiative: DEMO-1修复购物车\n', 'glued', '修复购物车\n\nInitiative: DEMO-1\n'],
  ['Initiative: DEMO-1"Quoted" text\n', 'glued', '"Quoted" text\n\nInitiative: DEMO-1\n'],
  ['Initiative: DEMO-1Second\n', 'glued', 'Second\n\nInitiative: DEMO-1\n'],
  ['Initiative: DEMO-12nd change\n', 'glued', '2nd change\n\nInitiative: DEMO-1\n'],
  ['Initiative: checkoutSecond change\n', 'glued', 'Second change\n\nInitiative: checkout\n'],
  [
    'Initiative: DEMO-1Second\n\nA body:  with\n  its own  spaces\n',
    'glued',
    'Second\n\nA body:  with\n  its own  spaces\n\nInitiative: DEMO-1\n',
  ],
  [
    'Initiative: DEMO-1Second change\n\nInitiative: DEMO-1\n',
    'glued',
    'Second change\n\nInitiative: DEMO-1\n',
  ],
  ['Initiative: DEMO-1Second\r\n\r\nBody\r\n', 'glued', 'Second\r\n\r\nBody\r\n\r\nInitiative: DEMO-1\r\n'],
  [
    'Add retries\n\nInitiative: DEMO-1More of the body\nand more\n',
    'glued',
    'Add retries\n\nMore of the body\nand more\n\nInitiative: DEMO-1\n',
  ],
  // The caret stood before it.
  ['Add retries to sync Initiative: DEMO-1\n', 'glued', 'Add retries to sync\n\nInitiative: DEMO-1\n'],
  ['Add retries to syncInitiative: DEMO-1\n', 'glued', 'Add retries to sync\n\nInitiative: DEMO-1\n'],
  [
    'Add retries\n\nSome bodyInitiative: DEMO-1\n',
    'glued',
    'Add retries\n\nSome body\n\nInitiative: DEMO-1\n',
  ],
  // A click into the middle of the box.
  ['Add retries to sync\nInitiative: DEMO-1\n', 'misplaced', 'Add retries to sync\n\nInitiative: DEMO-1\n'],
  [
    'Add retries\nInitiative: DEMO-1\n\nInitiative: DEMO-1\n',
    'misplaced',
    'Add retries\n\nInitiative: DEMO-1\n',
  ],
  [
    'Add retries\nInitiative: DEMO-1\nSigned-off-by: Ana <ana@shop.example>\n',
    'misplaced',
    'Add retries\n\nSigned-off-by: Ana <ana@shop.example>\nInitiative: DEMO-1\n',
  ],
  // Text below.
  ['Initiative: DEMO-1\nSecond change\n', 'misplaced', 'Second change\n\nInitiative: DEMO-1\n'],
  [
    'Initiative: DEMO-1\n\nSecond change\n\nBody\n',
    'misplaced',
    'Second change\n\nBody\n\nInitiative: DEMO-1\n',
  ],
  [
    'Add retries\n\nInitiative: DEMO-1\n\nA body\n',
    'misplaced',
    'Add retries\n\nA body\n\nInitiative: DEMO-1\n',
  ],
  [
    'Add retries\n\nA body\nInitiative: DEMO-1\n',
    'misplaced',
    'Add retries\n\nA body\n\nInitiative: DEMO-1\n',
  ],
  // Several of them.
  [
    'Initiative: SHOP-7\nInitiative: PAY-3Retry\n',
    'glued',
    'Retry\n\nInitiative: SHOP-7\nInitiative: PAY-3\n',
  ],
  ['RetryInitiative: PAY-3Initiative: SHOP-7\n', 'glued', 'Retry\n\nInitiative: SHOP-7\nInitiative: PAY-3\n'],
  [
    'Retry\n\nInitiative: SHOP-7\nInitiative: PAY-3\n\nBody\n',
    'misplaced',
    'Retry\n\nBody\n\nInitiative: SHOP-7\nInitiative: PAY-3\n',
  ],
  ['Add\nretries Initiative: SHOP-7\n', 'glued', 'Add\nretries\n\nInitiative: SHOP-7\n'],
  ['\r\n \r\nInitiative: SHOP-7\r\nRetry\r\n', 'misplaced', 'Retry\r\n\r\nInitiative: SHOP-7\r\n'],
  [
    'RetryInitiative: SHOP-7\n\n---\nnotes\n\nInitiative: SHOP-7\n',
    'glued',
    'Retry\n\n---\nnotes\n\nInitiative: SHOP-7\n',
  ],
];

/** Messages with which nothing is wrong, or not for us to say. */
const sound: readonly string[] = [
  '',
  '\n',
  'Add retries\n',
  'Add retries\n\nInitiative: DEMO-1\n',
  'Add retries\n\nBody\n\nInitiative: DEMO-1\nSigned-off-by: Ana <ana@shop.example>\n',
  'SHOP-7: add retries\n',
  'Add retries (SHOP-7)\n\nMore for DEMO-1.\n',
  // On purpose.
  'Initiative: none (spike)\n',
  'Add retries\nInitiative: none\n',
  'Initiative: better onboarding\n',
  'Initiative: because\n',
  'Initiative: SHOP-7, a plan\n',
  'Initiative: SHOP-7: a plan\n',
  'Initiative: SHOP-7 plan\n\nInitiative: SHOP-7\n',
  'Initiatives: SHOP-7\n',
  'Explain the trailer "Initiative: SHOP-7"\n',
  'Explain the trailer `Initiative: SHOP-7`\n',
  'Explain that it says Initiative: KEY\n',
  'Add retries\n\nWe write Initiative: SHOP-7\n',
  'Add retries\n\nInitiative: DEMO-1\n\n* a quote of it\n\nInitiative: SHOP-7\n',
  'Add retries (#12)\n\n* One\n\nInitiative: DEMO-1\n\n* Two\n\nInitiative: SHOP-7\n\n* Three\n',
  'Squashed commit\n\n    Initiative: SHOP-7\n',
  'Add\nInitiative: SHOP-7 retries\n',
  'Add retries\n\nBodyInitiative: SHOP-7\n\nMore\n',
  'RetryInitiative: SHOP-7\n\nInitiative: to be told\n',
  // Not to be tagged.
  'fixup! Initiative: SHOP-7\n',
  'squash! Initiative: SHOP-7Second\n',
  'amend! x\n\nInitiative: SHOP-7\ny\n',
  'Revert "Initiative: SHOP-7"\n\nThis reverts commit 0123456789.\n',
  'Initiative: SHOP-7\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.\n',
  "Merge branch 'a' Initiative: SHOP-7\n",
  // Git takes the last paragraph for one without trailers, so that mending changes nothing.
  'Initiative: SHOP-7\n\nInitiative: SHOP-7\nConflicts:\n',
];

describe('harmedMessage', () => {
  for (const [message, harm, mended] of harmed) {
    it(`mends ${JSON.stringify(message)}`, () => {
      const found = harmedMessage(message, token, isKnown);
      assert.equal(found?.harm, harm);
      const result = mendedMessage(found, token, harm === 'untitled' ? 'Title\n' : undefined);
      assert.equal(result.trimEnd(), mended.trimEnd());
      assert.equal(harmedMessage(result, token, isKnown), undefined);
    });
  }

  for (const message of sound) {
    it(`leaves ${JSON.stringify(message)}`, () => {
      assert.equal(harmedMessage(message, token, isKnown), undefined);
    });
  }

  it('goes by numbers where no tracker tells which keys there are', () => {
    assert.equal(harmedMessage('Initiative: checkout\n', token), undefined);
    assert.equal(harmedMessage('Initiative: SHOP-7\n', token)?.harm, 'untitled');
  });

  const words = fc.stringMatching(/^[A-Za-z][a-z ]{0,20}[a-z]$/);
  const plain = commitMessages({ eol: '\n', divider: true, scissors: false }).filter(
    (message) => !/initiative/i.test(message) && !/^(?:fixup!|Merge)/m.test(message),
  );

  it('says nothing of a message without our trailer, nor of one that was tagged', () => {
    fc.assert(
      fc.property(words, plain, (title, body) => {
        const message = `${title}\n\n${body}`;
        assert.equal(harmedMessage(message, token, isKnown), undefined);
        assert.equal(harmedMessage(tagMessage(message, token, ['SHOP-7']), token, isKnown), undefined);
      }),
    );
  });

  it('gives back what was typed, wherever the caret stood', () => {
    const typed = fc.tuple(
      words,
      fc.array(fc.stringMatching(/^[A-Za-z][ -~]{0,30}[a-z.]$/), { maxLength: 4 }),
    );
    const tag = 'Initiative: SHOP-7';
    fc.assert(
      fc.property(typed, ([title, lines]) => {
        fc.pre(!lines.some((line) => /^[A-Za-z-]+ *:|initiative|This reverts/i.test(line)));
        const body = lines.length > 0 ? `\n${lines.join('\n')}\n` : '';
        const text = `${title}\n${body}`;
        for (const message of [
          `${tag}${text}`,
          `${tag}\n${text}`,
          `${tag}\n\n${text}`,
          `${title}${tag}\n${body}`,
          `${title} ${tag}\n${body}`,
          `${title}\n${tag}\n${body}`,
          `${title}\n\n${lines.join('\n')}${lines.length > 0 ? '' : '.'}${tag}\n`,
        ]) {
          const found = harmedMessage(message, token, isKnown);
          assert.ok(found, JSON.stringify(message));
          assert.deepEqual(found.keys, ['SHOP-7']);
          const mended = mendedMessage(found, token);
          const expected = lines.length === 0 && message.endsWith(`.${tag}\n`) ? `${title}\n\n.\n` : text;
          assert.equal(mended, tagMessage(expected, token, ['SHOP-7']));
        }
      }),
    );
  });

  it('never takes a byte of a person’s, and mends once', () => {
    const messages = commitMessages({ eol: 'mixed', divider: true, scissors: false });
    const withoutTags = (message: string): string =>
      message.replace(/initiative[ \t]*:[^\n]*/gi, '').replace(/\s+/g, '');
    fc.assert(
      fc.property(messages, (message) => {
        const found = harmedMessage(message, token, isKnown);
        if (!found || found.harm === 'untitled') return;
        const mended = mendedMessage(found, token);
        assert.equal(withoutTags(mended), withoutTags(message));
        assert.equal(harmedMessage(mended, token, isKnown), undefined);
        const read = parseTrailers(mended, { divider: false }).filter((each) => each.token === token);
        assert.deepEqual(
          read.map(({ value }) => value),
          found.keys,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
