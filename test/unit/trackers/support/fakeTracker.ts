import type { Goal } from '../../../../src/core/goal/goal';
import { normalizeKey } from '../../../../src/core/goal/goalKey';
import { emptySnapshot, type Snapshot } from '../../../../src/trackers/sync/snapshot';
import { TrackerSync } from '../../../../src/trackers/sync/trackerSync';
import type {
  ConnectionReport,
  Followable,
  Tracker,
  TrackerField,
  TrackerPage,
} from '../../../../src/trackers/port/tracker';
import { TestClock } from './testClock';

/** A tracker in memory: what it lists and what it knows are whatever the test says. */
export class FakeTracker implements Tracker {
  overlapMs = 1_000;
  reportsDeletions = false;
  /** The next lists, each a list of pages; the last one is given for ever. A function is called for its page. */
  lists: readonly (readonly (TrackerPage | (() => TrackerPage | Promise<TrackerPage>))[])[] = [[]];
  /** What it finds by key. */
  known: readonly Goal[] = [];
  listIds?: NonNullable<Tracker['listIds']>;
  checkConnection: Tracker['checkConnection'] = () => this.note<ConnectionReport>('who', {});
  /** What it was asked, one line each. */
  readonly calls: string[] = [];

  async *listChanged(since: number | undefined, signal: AbortSignal): AsyncGenerator<TrackerPage> {
    this.calls.push(since === undefined ? 'all' : `since ${since}`);
    const [pages = [], ...rest] = this.lists;
    if (rest.length > 0) this.lists = rest;
    for (const page of pages) {
      signal.throwIfAborted();
      yield typeof page === 'function' ? await page() : page;
    }
  }

  getByKeys(keys: readonly string[]): Promise<TrackerPage> {
    const wanted = new Set(keys.map(normalizeKey));
    const goals = this.known.filter(({ key }) => wanted.has(normalizeKey(key)));
    return this.note(`keys ${keys.join(',')}`, { goals });
  }

  followables(): Promise<readonly Followable[]> {
    return Promise.resolve([]);
  }

  fields(): Promise<readonly TrackerField[]> {
    return Promise.resolve([]);
  }

  private note<T>(call: string, answer: T): Promise<T> {
    this.calls.push(call);
    return Promise.resolve(answer);
  }
}

/** A cache in memory, which another window may write to. */
export class MemoryCache {
  kept: Snapshot = emptySnapshot;
  newer: Snapshot | undefined;
  saves = 0;

  load = (): Promise<Snapshot> => Promise.resolve(this.kept);

  loadNewer = (): Promise<Snapshot | undefined> => {
    const { newer } = this;
    this.newer = undefined;
    return Promise.resolve(newer);
  };

  save = (snapshot: Snapshot): Promise<void> => {
    this.kept = snapshot;
    this.saves += 1;
    return Promise.resolve();
  };
}

/** A sync with all that it works with in a test's hands. */
export class FakeSync {
  readonly lines: string[] = [];
  readonly bugs: unknown[] = [];
  readonly clock = new TestClock();
  readonly sync: TrackerSync;

  constructor(
    readonly tracker = new FakeTracker(),
    readonly cache = new MemoryCache(),
  ) {
    const log = (line: string): void => void this.lines.push(line);
    const onBug = (error: unknown): void => void this.bugs.push(error);
    this.sync = new TrackerSync({
      tracker: () => Promise.resolve(tracker),
      cache,
      clock: this.clock,
      log,
      onBug,
    });
  }

  /** The keys of the goals that are shown, in order. */
  get keys(): string[] {
    return this.sync.state.goals.map(({ key }) => key).sort();
  }

  /** What the tracker was asked since the last look. */
  calls(): string[] {
    return this.tracker.calls.splice(0);
  }
}
