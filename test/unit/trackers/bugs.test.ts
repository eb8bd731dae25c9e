import assert from 'node:assert/strict';
import { faultKind } from '../../../src/core/tracker/trackerError';
import { trackerErrorText } from '../../../src/presentation/trackerErrorText';
import { trackerKinds } from '../../../src/trackers/connection/trackerKind';
import { connectTracker } from '../../../src/trackers/connectTracker';
import { networkError } from '../../../src/trackers/http/networkError';
import { TrackerSync } from '../../../src/trackers/sync/trackerSync';
import { goal, textOptions } from '../../support/builders';
import { connection, never } from './support/connect';
import { FakeSync, MemoryCache } from './support/fakeTracker';
import { entryFor } from './support/kinds';
import { TestClock } from './support/testClock';

const thrown = new TypeError('Cannot read properties of undefined');

describe('A bug of ours in reading a tracker', () => {
  for (const where of ['listChanged', 'getByKeys', 'checkConnection'] as const) {
    it(`is told as one, logged with its stack, and takes no goals away: in ${where}`, async () => {
      const fake = new FakeSync();
      fake.tracker.lists = [[{ goals: [goal('A-1'), goal('A-2', { parentKey: 'A-9' })], mark: 1 }]];
      fake.tracker.known = [goal('A-9')];
      await fake.sync.sync(never);
      const gone = where === 'checkConnection' ? [] : [goal('A-1')];
      fake.tracker.lists = [[{ goals: [...gone, goal('A-2', { parentKey: 'A-8' })], mark: 2 }]];
      fake.tracker[where] = (): never => {
        throw thrown;
      };
      await fake.sync.sync(never, 'thorough');
      const { error, goals } = fake.sync.state;
      assert.equal(error?.reason, 'internal');
      assert.deepEqual(goals.map(({ key }) => key).toSorted(), ['A-1', 'A-2', 'A-9']);
      assert.deepEqual(fake.bugs, [thrown]);
      assert.equal(error.cause, thrown);
      assert.equal(faultKind(error.reason), 'bug');
      assert.match(
        trackerErrorText(error, 'Shop Jira', textOptions),
        /^Goal Lens has a fault.*Shop Jira.*log/,
      );
      fake.sync.dispose();
    });
  }

  for (const kind of trackerKinds) {
    it(`passes through the client and the adapter of ${kind} as what it is`, async () => {
      const clock = new TestClock();
      const { tracker } = await connectTracker(connection(entryFor(kind, 'https://tracker.example')), {
        token: () => Promise.reject(thrown),
        clock,
      });
      const bugs: unknown[] = [];
      const sync = new TrackerSync({
        tracker: () => Promise.resolve(tracker),
        cache: new MemoryCache(),
        clock,
        onBug: (each) => bugs.push(each),
      });
      await sync.sync(never);
      assert.equal(sync.state.error?.reason, 'internal', sync.state.error?.message);
      assert.deepEqual(bugs, [thrown]);
      assert.deepEqual(clock.sleeps, [], 'what is no fault of the network is not tried again');
      sync.dispose();
    });
  }
});

describe('the error of a network', () => {
  const withCode = (code: string, error = new Error('it failed')): Error => Object.assign(error, { code });
  const ofAxios = (message: string): Error => Object.assign(new Error(message), { isAxiosError: true });
  it('is known by its code, or by being the HTTP library’s own', () => {
    for (const [error, reason] of [
      [withCode('ENOTFOUND'), 'dns'],
      [withCode('CERT_HAS_EXPIRED'), 'tls'],
      [withCode('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'), 'clientCertificate'],
      [
        withCode('EPROTO', new Error('write EPROTO …:sslv3 alert handshake failure:…:SSL alert number 40')),
        'clientCertificate',
      ],
      [withCode('ERR_INVALID_CHAR', new TypeError('Invalid character in header')), 'unauthorized'],
      [ofAxios('socket hang up'), 'unreachable'],
      [ofAxios('tunneling socket could not be established, statusCode=407'), 'proxy'],
      [Object.assign(withCode('ECONNRESET'), { syscall: 'read' }), 'unreachable'],
    ] as const) {
      assert.equal(networkError(error, 'a.example')?.reason, reason, error.message);
    }
  });

  it('is no bug of ours', () => {
    const typeError = withCode('ERR_INVALID_ARG_TYPE', new TypeError('The argument must be a string'));
    for (const error of [new TypeError('x'), new RangeError('x'), typeError, 'text', undefined]) {
      assert.equal(networkError(error, 'a.example'), undefined);
    }
  });
});
