import assert from 'node:assert/strict';
import { faultKind, TrackerError, trackerErrorReasons } from '../../../src/core/tracker/trackerError';
import { trackerErrorText } from '../../../src/presentation/trackerErrorText';
import { textOptions } from '../../support/builders';

const host = 'tracker.example';

describe('the sentence for a fault of a tracker', () => {
  for (const reason of trackerErrorReasons) {
    it(`${reason} is told whatever is known of it, and with a next step or a time`, () => {
      const bare = trackerErrorText(new TrackerError(reason), 'Shop Jira', textOptions);
      const full = trackerErrorText(
        new TrackerError(reason, {
          host,
          status: 418,
          detail: 'Slow down',
          retryAt: textOptions.now + 300_000,
        }),
        'Shop Jira',
        textOptions,
      );
      for (const text of [bare, full]) {
        assert.match(text, /^\S.*[.”]$/);
        assert.doesNotMatch(text, /undefined|\{\d\}| {2}/);
      }
      // Only a proxy's own sign-in has nothing to do with the tracker.
      if (reason !== 'proxy') assert.ok(bare.includes('Shop Jira') && full.includes(host), full);
      assert.ok(full.includes('It may be asked again in 5 minutes.'), full);
      assert.ok(['offline', 'signedOut', 'refused', 'invalid', 'bug'].includes(faultKind(reason)));
    });
  }

  it('is another one for every reason', () => {
    const texts = trackerErrorReasons.map((reason) =>
      trackerErrorText(new TrackerError(reason), host, textOptions),
    );
    assert.equal(new Set(texts).size, trackerErrorReasons.length);
  });

  it('asks for a word, and for no token, where the service wants none', () => {
    const error = new TrackerError('signedOut', { host, detail: 'none' });
    assert.match(trackerErrorText(error, host, textOptions), /no token, only your consent/);
  });

  it('has the tracker’s own words where it refuses, and the detail where that says what is wrong', () => {
    const text = (reason: 'rejected' | 'wrongShape'): string =>
      trackerErrorText(new TrackerError(reason, { host, detail: 'issues.0.id' }), host, textOptions);
    assert.ok(text('rejected').endsWith('It says: “issues.0.id”'));
    assert.ok(text('wrongShape').includes('not as expected (issues.0.id)'));
  });
});
