import assert from 'node:assert/strict';
import { trackerLimitKinds } from '../../../src/core/tracker/trackerLimit';
import { trackerLimitText } from '../../../src/presentation/trackerLimitText';

/** Limits that are about one place, owner or field. */
const placed = ['unreadable', 'unknownField', 'noEpics', 'noIssueFields', 'groupInParts'];

describe('the sentence for a limit of a tracker', () => {
  for (const kind of trackerLimitKinds) {
    it(`${kind} says what it is about, and the tracker’s own words`, () => {
      const text = trackerLimitText({ kind, of: 'acme/shop', detail: 'Not on this plan' });
      assert.match(text, /^\S.*\. It says: “Not on this plan”$/);
      assert.equal(text.includes('acme/shop'), placed.includes(kind));
      assert.match(trackerLimitText({ kind, of: 'acme/shop' }), /^\S[^“]*(“acme\/shop”)?[^“]*\.$/);
    });
  }

  it('is another one for every kind', () => {
    const texts = trackerLimitKinds.map((kind) => trackerLimitText({ kind }));
    assert.equal(new Set(texts).size, trackerLimitKinds.length);
  });
});
