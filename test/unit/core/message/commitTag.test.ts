import assert from 'node:assert/strict';
import { InvalidTagError, removeTag, tagMessage } from '../../../../src/core/message/commitTag';
import { parseTrailers } from '../../../../src/core/message/trailers';
import { tagKeys } from '../editing/tagKeys';

const token = 'Initiative';
const scissors = '# ------------------------ >8 ------------------------';
const template = '\n# Please enter the commit message for your changes.\n#\n# On branch main\n';

describe('tagMessage', () => {
  for (const [name, message, expected] of [
    ['adds a paragraph to a subject', 'Fix', 'Fix\n\nInitiative: SHOP-7'],
    ['keeps the line break at the end', 'Fix\n\nBody\n', 'Fix\n\nBody\n\nInitiative: SHOP-7\n'],
    ['leaves room for the title in an empty message', '', '\n\nInitiative: SHOP-7'],
    ['leaves room for the title in a template', template, `\n\nInitiative: SHOP-7\n${template}`],
    ['does not take a title for trailers', 'Fix: thing', 'Fix: thing\n\nInitiative: SHOP-7'],
    [
      'does not take a title below blanks for trailers',
      '\n\nFix: thing',
      '\n\nFix: thing\n\nInitiative: SHOP-7',
    ],
    [
      'joins the trailers that are there',
      'Fix\n\nBody\n\nRefs: A-1\nSigned-off-by: Ana\n',
      'Fix\n\nBody\n\nRefs: A-1\nSigned-off-by: Ana\nInitiative: SHOP-7\n',
    ],
    [
      'replaces an earlier value where it stands',
      'Fix\n\ninitiative: OLD-1\nInitiative: OLD-2,\n OLD-3\nRefs: A-1',
      'Fix\n\nInitiative: SHOP-7\nRefs: A-1',
    ],
    [
      'leaves a paragraph that is not all trailers as text',
      'Fix\n\nCloses #12\nRefs: A-1',
      'Fix\n\nCloses #12\nRefs: A-1\n\nInitiative: SHOP-7',
    ],
    ['stays above comments', `Fix\n${template}`, `Fix\n\nInitiative: SHOP-7\n${template}`],
    [
      'stays above comments that touch the text',
      'Fix\n\nBody\n# comment',
      'Fix\n\nBody\n\nInitiative: SHOP-7\n# comment',
    ],
    [
      'stays above the scissors',
      `Fix\n\n${scissors}\n# Do not touch.\ndiff --git a b\n`,
      `Fix\n\nInitiative: SHOP-7\n\n${scissors}\n# Do not touch.\ndiff --git a b\n`,
    ],
    [
      'writes above the scissors of an empty message',
      `${scissors}\ndiff --git a b\n`,
      `\n\nInitiative: SHOP-7\n${scissors}\ndiff --git a b\n`,
    ],
    [
      'keeps CRLF',
      'Fix\r\n\r\nBody\r\n\r\n# comment\r\n',
      'Fix\r\n\r\nBody\r\n\r\nInitiative: SHOP-7\r\n\r\n# comment\r\n',
    ],
    ['keeps a fixup as it is', 'fixup! Fix', 'fixup! Fix\n\nInitiative: SHOP-7'],
    [
      'tags a merge with conflicts',
      "Merge branch 'x'\n\n# Conflicts:\n#\ta.ts\n",
      "Merge branch 'x'\n\nInitiative: SHOP-7\n\n# Conflicts:\n#\ta.ts\n",
    ],
    [
      'counts the body below a divider as part of the message, as git commit does',
      'Fix\n\nRefs: A-1\n\n---\nNotes\n',
      'Fix\n\nRefs: A-1\n\n---\nNotes\n\nInitiative: SHOP-7\n',
    ],
    [
      'moves down when the body was typed below it',
      'Fix\n\nInitiative: SHOP-7\n\nBody\n',
      'Fix\n\nBody\n\nInitiative: SHOP-7\n',
    ],
    [
      'leaves another key above the body, since it may be a squashed commit’s',
      'Fix\n\nInitiative: SHOP-8\n\nBody\n',
      'Fix\n\nInitiative: SHOP-8\n\nBody\n\nInitiative: SHOP-7\n',
    ],
    [
      'leaves what a person wrote beside the tag above the body',
      'Fix\n\nInitiative: SHOP-7\nSome text\n\nBody\n',
      'Fix\n\nInitiative: SHOP-7\nSome text\n\nBody\n\nInitiative: SHOP-7\n',
    ],
    [
      'leaves another key beside its own above the body',
      'Fix\n\nInitiative: SHOP-7, SHOP-8\n\nBody\n',
      'Fix\n\nInitiative: SHOP-7, SHOP-8\n\nBody\n\nInitiative: SHOP-7\n',
    ],
    [
      'leaves a title that reads like itself',
      'Initiative: SHOP-7\n\nBody\n',
      'Initiative: SHOP-7\n\nBody\n\nInitiative: SHOP-7\n',
    ],
    [
      'keeps the blank lines in the body',
      'Fix\n\nBody\n\n\nMore\n\n\n\nRefs: A-1\n',
      'Fix\n\nBody\n\n\nMore\n\n\n\nRefs: A-1\nInitiative: SHOP-7\n',
    ],
    [
      'takes a divider among trailers for text',
      'Fix\n\n---\nSigned-off-by: Ana\n',
      'Fix\n\n---\nSigned-off-by: Ana\nInitiative: SHOP-7\n',
    ],
    [
      'keeps a comment inside the message that an earlier tag kept there',
      'Fix\n\nInitiative: A-1\nRefs: B-1\n# note\nInitiative: A-2\n',
      'Fix\n\nRefs: B-1\n# note\nInitiative: SHOP-7\n',
    ],
    [
      'keeps a comment between tags without a title',
      '\n\nInitiative: A-1\n# note\nInitiative: none\n',
      '\n\nInitiative: none\nInitiative: SHOP-7\n# note\n',
    ],
  ] as const) {
    it(name, () => {
      const tagged = tagMessage(message, token, ['SHOP-7']);
      assert.equal(tagged, expected);
      assert.equal(tagMessage(tagged, token, ['SHOP-7']), tagged);
      assert.deepEqual(tagKeys(tagged, token), ['SHOP-7']);
    });
  }

  it('writes one line for each key, each once', () =>
    assert.equal(
      tagMessage('Fix', token, ['SHOP-7', 'SHOP-9', 'shop-7']),
      'Fix\n\nInitiative: SHOP-7\nInitiative: SHOP-9',
    ));

  it('removes the tag where there are no keys', () =>
    assert.equal(tagMessage('Fix\n\nInitiative: SHOP-7\n', token, []), 'Fix\n'));

  it('sets text apart where fewer lines of ours would make git miss the trailers', () => {
    const text = Array.from({ length: 8 }, (_, at) => `text ${at}`).join('\n');
    const message = `Fix\n\nSigned-off-by: Ana\nInitiative: A-1\nInitiative: A-2\n${text}\n`;
    const tagged = tagMessage(message, token, ['SHOP-7']);
    assert.equal(tagged, `Fix\n\n${text}\n\nSigned-off-by: Ana\nInitiative: SHOP-7\n`);
    assert.equal(parseTrailers(tagged).length, 2);
  });

  it('sets text apart, but no folded line of a trailer and no comment', () => {
    const text = Array.from({ length: 7 }, (_, at) => `text ${at}`).join('\n');
    const ours = 'Initiative: A-1\nInitiative: A-2\nInitiative: A-3\n';
    const message = `Fix\n\n\nSigned-off-by: Ana\n of the shop\n# note\n indented\n${ours}${text}\n more text\n`;
    assert.equal(
      tagMessage(message, token, ['SHOP-7']),
      `Fix\n\n\n indented\n${text}\n more text\n\nSigned-off-by: Ana\n of the shop\n# note\nInitiative: SHOP-7\n`,
    );
  });

  it('refuses what cannot stand in a trailer', () => {
    for (const key of [
      '',
      ' ',
      'A-1\nSigned-off-by: Eve',
      'A-1\r',
      '#12 #13',
      '#',
      'A\u0000-1',
      'A 1',
      'A,1',
      'A-1\u2028',
      '-1',
    ]) {
      assert.throws(() => tagMessage('Fix', token, [key]), InvalidTagError, JSON.stringify(key));
    }
    assert.throws(() => tagMessage('Fix', token, ['A'.repeat(81)]), {
      name: 'InvalidTagError',
      message: `The key "${'A'.repeat(80)}" cannot be written as a commit trailer.`,
      part: 'key',
    });
    for (const bad of ['', '#x', 'a b', 'x:', 'x\ny', '-']) {
      assert.throws(() => tagMessage('Fix', bad, ['A-1']), { part: 'token', text: bad });
    }
  });
});

describe('tagMessage, beside what is no key of ours', () => {
  const address = 'https://tracker.example/SHOP-7';
  for (const [name, message, expected] of [
    ['an address', `Fix\n\nInitiative: ${address}\n`, `Fix\n\nInitiative: NEW-1\nInitiative: ${address}\n`],
    ['none', 'Fix\n\nInitiative: none (a typo)\n', 'Fix\n\nInitiative: NEW-1\nInitiative: none (a typo)\n'],
    ['none above the title', '\n\nInitiative: none', '\n\nInitiative: none\nInitiative: NEW-1'],
    ['prose', 'Fix\n\nInitiative: to be told\n', 'Fix\n\nInitiative: NEW-1\nInitiative: to be told\n'],
    [
      'an address beside a key',
      `Fix\n\nInitiative: SHOP-1, ${address}\nRefs: A-1`,
      `Fix\n\nInitiative: NEW-1\nInitiative: ${address}\nRefs: A-1`,
    ],
  ] as const) {
    it(`keeps ${name}`, () => {
      assert.equal(tagMessage(message, token, ['NEW-1']), expected);
      assert.equal(tagMessage(expected, token, ['NEW-1']), expected);
    });
  }

  it('keeps another tracker’s key where it is told which are ours', () => {
    const isOurs = (text: string): boolean => text.startsWith('SHOP-');
    assert.equal(
      tagMessage('Fix\n\nInitiative: SHOP-1, OTHER-2', token, ['SHOP-7'], { isOurs }),
      'Fix\n\nInitiative: SHOP-7\nInitiative: OTHER-2',
    );
    assert.equal(removeTag('Fix\n\nInitiative: AB#2', token, { isOurs }), 'Fix\n\nInitiative: AB#2');
  });
});

describe('tagMessage, where there are no comments', () => {
  const inBox = (message: string): string => tagMessage(message, token, ['#142'], { comment: '' });
  it('takes a title that begins with # for the title', () => {
    assert.equal(inBox('#142 Fix totals'), '#142 Fix totals\n\nInitiative: #142');
    assert.equal(
      inBox('#142 Fix totals\n\n# Why\n\nText'),
      '#142 Fix totals\n\n# Why\n\nText\n\nInitiative: #142',
    );
    assert.equal(removeTag(inBox('#142 Fix totals'), token, { comment: '' }), '#142 Fix totals');
  });

  it('knows another comment string, where git has one', () => {
    const message = '#142 Fix totals\n\n; a comment\n';
    const tagged = tagMessage(message, token, ['A-1'], { comment: ';' });
    assert.equal(tagged, '#142 Fix totals\n\nInitiative: A-1\n\n; a comment\n');
    const long = '#142 Fix\n\n// a comment\n// ------------------------ >8 ------------------------\ndiff\n';
    assert.equal(
      tagMessage(long, token, ['A-1'], { comment: '//' }),
      `#142 Fix\n\nInitiative: A-1\n${long.slice('#142 Fix\n'.length)}`,
    );
  });
});

describe('removeTag', () => {
  for (const [name, message, expected] of [
    ['removes the paragraph', 'Fix\n\nBody\n\nInitiative: A-1\nInitiative: A-2\n', 'Fix\n\nBody\n'],
    ['leaves other trailers', 'Fix\n\nInitiative: A-1\nRefs: A-1\n', 'Fix\n\nRefs: A-1\n'],
    [
      'leaves a message without a tag',
      'Fix\n\nInitiative: A-1\n\nBody\n',
      'Fix\n\nInitiative: A-1\n\nBody\n',
    ],
    ['leaves a title', 'Initiative: A-1', 'Initiative: A-1'],
    ['empties a message that is only a tag', '\n\nInitiative: A-1', ''],
  ] as const) {
    it(name, () => assert.equal(removeTag(message, token), expected));
  }
});
