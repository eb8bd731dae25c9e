import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectTracker } from '../../../../src/trackers/connectTracker';
import type { TransferLimits } from '../../../../src/trackers/http/transfer';
import { GoalCache } from '../../../../src/trackers/sync/goalCache';
import { TrackerSync } from '../../../../src/trackers/sync/trackerSync';
import { goal } from '../../../support/builders';
import { connection, testToken } from './connect';
import { TestClock } from './testClock';

/** The goals that were read before the fault. */
export const keptGoals = [goal('SHOP-1', { level: 'objective' }), goal('SHOP-2'), goal('SHOP-3')];

const generous: TransferLimits = { silenceMs: 10_000, totalMs: 15_000, maxBytes: 1024 * 1024 };

/** A tracker of a real kind, in step an hour ago, with a file that keeps its goals. */
export class FaultySync {
  private constructor(
    readonly sync: TrackerSync,
    readonly clock: TestClock,
    private readonly folder: string,
    private readonly cacheAgain: () => GoalCache,
    /** What was logged. */
    readonly lines: readonly string[],
  ) {}

  static async make(entry: object, limits: Partial<TransferLimits> = {}): Promise<FaultySync> {
    const folder = await mkdtemp(join(tmpdir(), 'goal-lens faults '));
    const to = connection(entry);
    const clock = new TestClock();
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    const newCache = (): GoalCache => new GoalCache(folder, to, log);
    const then = clock.now() - 60 * 60_000;
    await newCache().save({ goals: keptGoals, askedIds: [], mark: then, sweptAt: then, asOf: then });
    const token = (): Promise<string> => Promise.resolve(testToken);
    const { tracker, rateLimit } = await connectTracker(to, {
      token,
      clock,
      log,
      limits: { ...generous, ...limits },
    });
    const sync = new TrackerSync({
      tracker: () => Promise.resolve(tracker),
      cache: newCache(),
      clock,
      rateLimit,
      log,
    });
    await sync.load();
    return new FaultySync(sync, clock, folder, newCache, lines);
  }

  /** The goals in the file, as another window finds them. */
  async onDisk(): Promise<unknown> {
    return (await this.cacheAgain().load()).goals;
  }

  async remove(): Promise<void> {
    this.sync.dispose();
    await rm(this.folder, { recursive: true, force: true });
  }
}
