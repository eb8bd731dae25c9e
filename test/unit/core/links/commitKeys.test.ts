import assert from 'node:assert/strict';
import { keysOfCommit, type CommitMessage } from '../../../../src/core/links/commitKeys';
import { isOwnReference } from '../../../../src/core/links/referenceRules';

const rules = { trailer: 'Initiative', projects: new Set(['SHOP']) };
const keysOf = (message: CommitMessage): { key: string; by: string }[] =>
  keysOfCommit(message, rules).map(({ key, by }) => ({ key, by }));

describe('keysOfCommit', () => {
  it('lists each key once, by its strongest evidence', () =>
    assert.deepEqual(
      keysOf({
        subject: 'SHOP-2: Retry payments, as in SHOP-1',
        body: 'See shop-3 and SHOP-2.\n\nRefs: SHOP-4\ninitiative: shop-1\n',
      }),
      [
        { key: 'SHOP-1', by: 'trailer' },
        { key: 'SHOP-4', by: 'referenceTrailer' },
        { key: 'SHOP-2', by: 'subject' },
        { key: 'SHOP-3', by: 'body' },
      ],
    ));

  it('takes any key from the trailer, but only known projects from text', () =>
    assert.deepEqual(
      keysOf({ subject: 'Read UTF-8', body: 'Now with sha-256.\n\nInitiative: AB#12, OPS-9\n' }),
      [
        { key: 'AB#12', by: 'trailer' },
        { key: 'OPS-9', by: 'trailer' },
      ],
    ));

  it('uses the trailers it is given', () =>
    assert.deepEqual(
      keysOf({ subject: 'Fix', body: '', trailers: [{ token: 'Initiative', value: 'SHOP-7 SHOP-8' }] }),
      [
        { key: 'SHOP-7', by: 'trailer' },
        { key: 'SHOP-8', by: 'trailer' },
      ],
    ));

  it('reads trailers below a divider, as git log does', () =>
    assert.deepEqual(keysOf({ subject: 'Fix', body: 'a\n---\nb\n\nInitiative: OPS-1' }), [
      { key: 'OPS-1', by: 'trailer' },
    ]));

  it('counts a tag in the text of a squashed message as body', () =>
    assert.deepEqual(keysOf({ subject: 'Squash', body: '    Initiative: SHOP-7\n\nMore text' }), [
      { key: 'SHOP-7', by: 'body' },
    ]));

  describe('with trackers that number their goals', () => {
    const keys = new Map([
      ['#142', 'SHOP-142'],
      ['https://shop.example/142', 'SHOP-142'],
    ]);
    const numbered = { ...rules, keyOf: (text: string) => keys.get(text) };
    const found = (message: Partial<CommitMessage>): string[] =>
      keysOfCommit({ subject: 'Fix', body: '', ...message }, numbered).map(
        ({ key, by, text }) => `${key} ${by} ${text}`,
      );

    it('reads a note as a note, whatever words stand in it', () => {
      assert.deepEqual(found({ note: 'About SHOP-7' }), ['SHOP-7 note SHOP-7']);
      assert.deepEqual(found({ note: 'Initiative: OTHER-9' }), ['OTHER-9 note OTHER-9']);
      assert.deepEqual(found({ note: 'Fixes #142' }), ['SHOP-142 note #142']);
      assert.deepEqual(found({ note: '' }), []);
    });

    it('keeps the first of equal evidence, as it was written', () =>
      assert.deepEqual(found({ subject: 'SHOP-142, that is #142' }), ['SHOP-142 subject SHOP-142']));

    it('takes a closing keyword for stronger than a key in the subject', () =>
      assert.deepEqual(found({ subject: 'Totals of SHOP-142', body: 'Fixes #142' }), [
        'SHOP-142 closingKeyword #142',
      ]));

    it('takes an address for weaker than a number in the body', () => {
      const address = 'https://shop.example/142';
      assert.deepEqual(found({ body: `See ${address}` }), [`SHOP-142 address ${address}`]);
      assert.deepEqual(found({ body: `See ${address}, or #142` }), ['SHOP-142 body #142']);
    });

    it('finds the numbers in the name of a merged branch', () => {
      assert.deepEqual(found({ subject: "Merge branch '142-totals'" }), ['SHOP-142 merge 142']);
      assert.deepEqual(found({ subject: "Merge branch '143-totals'" }), []);
      assert.deepEqual(found({ subject: 'Totals of 142' }), []);
    });
  });

  it('knows no numbers where no tracker has any', () => {
    const subject = "Merge branch '142-totals'";
    assert.deepEqual(keysOf({ subject, body: 'Fixes #142' }), []);
  });

  it('asks what trackers say of a commit whose name is known, and of its pull request', () => {
    const code = {
      keysOfCommit: () => ['SHOP-7'],
      keysOfPullRequest: (text: string) => (text === '!7' ? ['SHOP-8'] : []),
      *commits() {
        yield ['abc', ['SHOP-7']] as const;
      },
    };
    const found = (message: Partial<CommitMessage>, more: object = { code }): string[] =>
      keysOfCommit({ subject: 'Fix', body: '', ...message }, { ...rules, ...more }).map(
        ({ key, by, text }) => `${key} ${by} ${text}`,
      );
    assert.deepEqual(found({}), []);
    assert.deepEqual(found({ sha: 'abc' }), ['SHOP-7 tracker abc']);
    assert.deepEqual(found({ sha: 'abc', subject: 'Fix (#7)' }), [
      'SHOP-7 tracker abc',
      'SHOP-8 pullRequest !7',
    ]);
    assert.deepEqual(found({ sha: 'abc', subject: 'Fix (#7)' }, {}), []);
  });

  it('finds nothing in an empty message', () => assert.deepEqual(keysOf({ subject: '', body: '' }), []));
});

describe('isOwnReference', () => {
  const rules = {
    trailer: 'Initiative',
    projects: new Set(['SHOP']),
    keyOf: (text: string) => (text === '#142' ? 'SHOP-142' : undefined),
  };
  it('holds for references to known goals and for keys of known projects', () => {
    for (const text of ['#142', 'SHOP-142', 'shop-999']) assert.ok(isOwnReference(text, rules), text);
    assert.ok(isOwnReference('SHOP-1', { trailer: 'Initiative', projects: rules.projects }));
    for (const text of ['#143', 'OTHER-2', 'AB#142', 'https://a.example/SHOP-142', 'XSHOP-1', 'none'])
      assert.ok(!isOwnReference(text, rules), text);
  });
});
