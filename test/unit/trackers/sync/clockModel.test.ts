import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TrackerError } from '../../../../src/core/tracker/trackerError';
import type { TrackerPage } from '../../../../src/trackers/port/tracker';
import { nextSyncAt, syncEveryMs } from '../../../../src/trackers/sync/schedule';
import { goal } from '../../../support/builders';
import { never } from '../support/connect';
import { FakeSync, FakeTracker, MemoryCache } from '../support/fakeTracker';
import { TestClock } from '../support/testClock';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;
const longestPauseMs = 30 * minute;

/** What happens in a person's day, as far as clocks go. */
type Step =
  | { readonly kind: 'wait' | 'suspend'; readonly ms: number }
  /** Somebody sets the clock: by minutes, by the hour of a wrong daylight saving, by a year. */
  | { readonly kind: 'set'; readonly byMs: number }
  | { readonly kind: 'change' | 'delete' | 'look' | 'restart' | 'heal' }
  | { readonly kind: 'break'; readonly reason: 'timeout' | 'rateLimited' };

/**
 * A tracker with a right clock of its own, and a person's machine with a clock that may be wrong. A timer
 * counts the time in which the machine runs, as the operating system's does, and not what the clock shows.
 */
class World {
  /** The time that it is. */
  private time = Date.UTC(2026, 10, 22, 12);
  private readonly goals = new Map<string, number>();
  private readonly deleted = new Set<string>();
  private readonly clock = new TestClock(this.time);
  private readonly cache = new MemoryCache();
  private fault: 'timeout' | 'rateLimited' | undefined;
  private fake = this.open();
  private attemptedAt: number | undefined;
  private failures = 0;
  private timerMs = 0;
  private made = 0;

  async run(step: Step): Promise<void> {
    switch (step.kind) {
      case 'wait':
        await this.wait(step.ms);
        break;
      case 'suspend':
        this.pass(step.ms);
        break;
      case 'set':
        this.clock.advance(step.byMs);
        break;
      case 'change':
        this.made += 1;
        this.goals.set(`A-${this.made % 5}`, this.time);
        this.deleted.delete(`A-${this.made % 5}`);
        break;
      case 'delete':
        for (const key of [...this.goals.keys()].slice(0, 1)) {
          this.goals.delete(key);
          this.deleted.add(key);
        }
        break;
      case 'look':
        this.setTimer();
        break;
      case 'restart':
        this.fake.sync.dispose();
        this.fake = this.open();
        this.attemptedAt = undefined;
        this.failures = 0;
        await this.fake.sync.load();
        this.setTimer();
        break;
      case 'break':
        this.fault = step.reason;
        break;
      case 'heal':
        this.fault = undefined;
        break;
    }
    this.assertNothingLost();
  }

  /** Time passes, and the timer rings. */
  async wait(ms: number): Promise<void> {
    for (let left = ms; left > 0;) {
      const next = Math.min(left, this.timerMs);
      this.pass(next);
      this.timerMs -= next;
      left -= next;
      if (this.timerMs > 0) continue;
      await this.fake.sync.sync(never, 'due');
      const { error } = this.fake.sync.state;
      this.attemptedAt = this.clock.now();
      this.failures = error ? this.failures + 1 : 0;
      this.setTimer();
      // Where the next one is due at once, time goes on all the same.
      this.pass(1);
      left -= 1;
    }
  }

  /** The machine was awake long enough: it shows what the tracker has, and says a time that has been. */
  assertInStep(): void {
    const { error, asOf = Infinity } = this.fake.sync.state;
    assert.equal(error, undefined);
    assert.deepEqual(this.fake.keys, [...this.goals.keys()].sort());
    const shown = new Map(this.fake.sync.state.goals.map(({ key, title }) => [key, title]));
    for (const [key, changedAt] of this.goals) assert.equal(shown.get(key), titleOf(changedAt));
    assert.ok(asOf <= this.clock.now() && asOf > this.clock.now() - 2 * syncEveryMs, `as of ${asOf}`);
    assert.ok((this.cache.kept.asOf ?? Infinity) <= this.clock.now());
  }

  /** What was shown once is shown as long as the tracker has it. */
  private readonly seen = new Set<string>();
  private assertNothingLost(): void {
    for (const key of this.fake.keys) this.seen.add(key);
    for (const key of this.deleted) this.seen.delete(key);
    const now = new Set(this.fake.keys);
    for (const key of this.seen) assert.ok(now.has(key), `${key} is gone`);
  }

  private pass(ms: number): void {
    this.time += ms;
    this.clock.advance(ms);
  }

  private setTimer(): void {
    const { asOf, error } = this.fake.sync.state;
    const now = this.clock.now();
    const at = nextSyncAt(
      {
        failures: this.failures,
        ...(asOf !== undefined && { asOf }),
        ...(this.attemptedAt !== undefined && { attemptedAt: this.attemptedAt }),
        ...(error && { error }),
      },
      now,
    );
    this.timerMs = Math.max(at - now, 0);
    const most = error ? longestPauseMs : syncEveryMs;
    assert.ok(this.timerMs <= most, `${this.timerMs} ms until the next`);
  }

  private open(): FakeSync {
    const tracker = new FakeTracker();
    const list = (since = -Infinity): TrackerPage => ({
      goals: [...this.goals]
        .filter(([, changedAt]) => changedAt >= since)
        .map(([key, changedAt]) => goal(key, { title: titleOf(changedAt) })),
      mark: this.time,
    });
    const fail = (): void => {
      if (this.fault === undefined) return;
      // As far ahead as the client lets a tracker go.
      const pause = this.fault === 'rateLimited' ? { retryAt: this.clock.now() + 15 * minute } : {};
      throw new TrackerError(this.fault, pause);
    };
    tracker.listChanged = async function* (since) {
      await Promise.resolve();
      fail();
      yield list(since);
    };
    const fake = new FakeSync(tracker, this.cache);
    Object.assign(fake.clock, { now: () => this.clock.now() });
    return fake;
  }
}

function titleOf(changedAt: number): string {
  return `Changed at ${changedAt}`;
}

const spans = fc.constantFrom(1, minute, 5 * minute, 29 * minute, hour, day, 3 * day);
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('wait', 'suspend'), ms: spans }),
  fc.record({
    kind: fc.constant('set'),
    byMs: fc.constantFrom(-year, -hour, -10 * minute, 10 * minute, hour, year),
  }),
  fc.record({ kind: fc.constantFrom('change', 'delete', 'look', 'restart', 'heal') }),
  fc.record({ kind: fc.constant('break'), reason: fc.constantFrom('timeout', 'rateLimited') }),
);

describe('A tracker that is read, however the clock is set and the machine sleeps', () => {
  it('loses no goal, is never asked later than it should be, and is in step after a day awake and at every reading from then on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 25 }), async (list) => {
        const world = new World();
        for (const step of list) await world.run(step);
        for (const kind of ['heal', 'change', 'look'] as const) await world.run({ kind });
        await world.wait(longestPauseMs + syncEveryMs);
        await world.run({ kind: 'delete' });
        // A sweep finds what is deleted once in a day.
        await world.wait(day + syncEveryMs);
        world.assertInStep();
        // What is changed comes with the next reading.
        await world.run({ kind: 'change' });
        await world.wait(syncEveryMs + 1);
        world.assertInStep();
      }),
      { numRuns: 80 },
    );
  });
});
