import assert from 'node:assert/strict';
import {
  faultKind,
  isOfPlace,
  TrackerError,
  trackerErrorReasons,
} from '../../../../src/core/tracker/trackerError';
import { signInPlace } from '../../../../src/core/tracker/signInPlace';

describe('TrackerError', () => {
  it('has what is known of the fault in its message, for the log', () => {
    const cause = new Error('x');
    const details = { host: 'shop.example', status: 404, detail: 'No such project' };
    const error = new TrackerError('notFound', details, { cause });
    assert.deepEqual([error.name, error.reason, error.cause], ['TrackerError', 'notFound', cause]);
    assert.equal(error.details, details);
    assert.equal(error.message, 'notFound · 404 · shop.example · No such project');
    assert.equal(new TrackerError('dns').message, 'dns');
    assert.equal(new TrackerError('dns', { host: '', detail: 'x' }).message, 'dns · x');
  });

  it('asks something of the person, by its reason', () => {
    const asked = (kind: string): string[] =>
      trackerErrorReasons.filter((reason) => faultKind(reason) === kind);
    assert.deepEqual(asked('signedOut'), ['signedOut', 'unauthorized']);
    assert.deepEqual(asked('invalid'), ['tooLarge', 'notJson', 'wrongShape']);
    assert.deepEqual(asked('bug'), ['internal']);
    assert.deepEqual(asked('offline').sort(), [
      ...['dns', 'proxy', 'rateLimited', 'serverError', 'stopped', 'timeout', 'unreachable'],
    ]);
  });

  it('concerns one place only, by its reason', () => {
    const ofPlace = trackerErrorReasons.filter((reason) => isOfPlace(new TrackerError(reason)));
    assert.deepEqual(ofPlace.sort(), [
      'forbidden',
      'gone',
      'notFound',
      'redirected',
      'rejected',
      'wrongShape',
    ]);
    assert.ok(!isOfPlace({ reason: 'notFound' }));
    assert.ok(!isOfPlace(new Error('notFound')));
  });
});

describe('signInPlace', () => {
  for (const [url, signInAs, place] of [
    ['https://Shop.example/a/b?c#d', undefined, 'https://shop.example'],
    ['https://shop.example:443/', undefined, 'https://shop.example'],
    ['https://shop.example:8443/', undefined, 'https://shop.example:8443'],
    ['https://shop.example', 'Ana', 'https://shop.example#ana'],
  ] as const) {
    it(`is ${place} for ${url} as ${signInAs}`, () => assert.equal(signInPlace({ url, signInAs }), place));
  }

  it('is of an address only', () => assert.throws(() => signInPlace({ url: 'shop' }), TypeError));
});
