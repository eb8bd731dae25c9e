import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { TrackerError, type TrackerErrorReason } from '../../../../src/core/tracker/trackerError';
import { nextSyncAt, syncEveryMs } from '../../../../src/trackers/sync/schedule';
import { SyncTimer } from '../../../../src/trackers/sync/syncTimer';

const now = Date.UTC(2026, 10, 22, 12);
const second = 1000;
const failed = (reason: TrackerErrorReason, failures = 1, retryAt?: number) => ({
  asOf: now - syncEveryMs,
  attemptedAt: now,
  failures,
  error: new TrackerError(reason, retryAt === undefined ? {} : { retryAt }),
});

describe('the time of the next sync', () => {
  it('is now where nothing has been read, and else five minutes after the last', () => {
    assert.ok(nextSyncAt({ failures: 0 }, now) <= now);
    assert.equal(nextSyncAt({ asOf: now, failures: 0 }, now), now + 300 * second);
  });

  it('is later with every failure, up to half an hour', () => {
    const waits = [1, 2, 3, 7, 50].map((failures) => nextSyncAt(failed('timeout', failures), now) - now);
    assert.deepEqual(
      waits,
      [30, 60, 120, 1800, 1800].map((seconds) => seconds * second),
    );
  });

  it('is not before the tracker allows it', () => {
    const retryAt = now + 3600 * second;
    assert.equal(nextSyncAt(failed('rateLimited', 1, retryAt), now), retryAt);
    assert.equal(nextSyncAt(failed('rateLimited', 1, now + second), now), now + 30 * second);
  });

  it('takes times in the future for never: the clock was set back', () => {
    const year = 365 * 24 * 3600 * second;
    assert.ok(nextSyncAt({ asOf: now + year, failures: 0 }, now) <= now);
    const late = { ...failed('timeout'), attemptedAt: now + year, asOf: now + year };
    assert.ok(nextSyncAt(late, now) <= now);
  });

  for (const reason of ['signedOut', 'unauthorized', 'insecure', 'stopped'] as const) {
    it(`never comes by itself after ${reason}`, () => {
      assert.equal(nextSyncAt(failed(reason), now), Infinity);
    });
  }
});

describe('SyncTimer', () => {
  let isWatched: boolean;
  let calls: number;
  let timer: SyncTimer;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now });
    isWatched = true;
    calls = 0;
    timer = new SyncTimer(
      () => isWatched,
      () => calls++,
    );
  });
  afterEach(() => mock.timers.reset());

  it('calls once, when it is time', () => {
    timer.restart({ asOf: now, failures: 0 });
    mock.timers.tick(syncEveryMs - 1);
    assert.equal(calls, 0);
    mock.timers.tick(1);
    assert.equal(calls, 1);
    mock.timers.tick(24 * syncEveryMs);
    assert.equal(calls, 1);
  });

  it('calls as often as somebody wants it', () => {
    const often = new SyncTimer(
      () => true,
      () => calls++,
      () => 60_000,
    );
    often.restart({ asOf: now, failures: 0 });
    mock.timers.tick(59_999);
    assert.equal(calls, 0);
    mock.timers.tick(1);
    assert.equal(calls, 1);
  });

  it('does not call while nobody looks, and at once when somebody does again', () => {
    isWatched = false;
    timer.restart({ asOf: now, failures: 0 });
    mock.timers.tick(10 * syncEveryMs);
    assert.equal(calls, 0);
    isWatched = true;
    timer.restart({ asOf: now, failures: 0 });
    mock.timers.tick(0);
    assert.equal(calls, 1);
  });

  it('forgets what it waited for when it is started anew or stopped', () => {
    timer.restart({ asOf: now - 60 * second, failures: 0 });
    timer.restart({ asOf: now, failures: 0 });
    mock.timers.tick(syncEveryMs - 1);
    assert.equal(calls, 0);
    timer.stop();
    mock.timers.tick(24 * syncEveryMs);
    assert.equal(calls, 0);
  });

  it('does not call after a fault that only a person can end', () => {
    timer.restart(failed('unauthorized'));
    mock.timers.tick(24 * 3600 * second);
    assert.equal(calls, 0);
  });

  it('does not wait for what comes only when a person has done something', () => {
    timer.restart(failed('signedOut'));
    mock.timers.tick(2 ** 31);
    assert.equal(calls, 0);
  });
});
