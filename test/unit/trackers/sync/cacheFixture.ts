import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoalCache } from '../../../../src/trackers/sync/goalCache';
import type { Snapshot } from '../../../../src/trackers/sync/snapshot';
import { customers, goal } from '../../../support/builders';
import { connection } from '../support/connect';

/** The connection whose goals are kept. */
export const entry = { kind: 'redmine', url: 'https://tracker.example', follow: ['shop'] };

/** What is kept, with texts that a file of lines could break at. */
export const snapshot: Snapshot = {
  goals: [
    goal('A-1', { impact: customers(3), description: 'a\u2028b\u2029c\nd \u{1F6D2} \uFFFD' }),
    goal('Ä-2'),
  ],
  askedIds: ['Ä-2'],
  mark: 1,
  sweptAt: 2,
  asOf: 3,
};

/** A folder of caches for each test, which is not there before the first is kept. */
export class CacheFixture {
  folder = '';
  /** What was said of the caches. */
  readonly lines: string[] = [];

  constructor() {
    beforeEach(async () => {
      this.folder = join(await mkdtemp(join(tmpdir(), 'goal-lens cache ')), 'inner');
      this.lines.length = 0;
    });
    afterEach(() => rm(join(this.folder, '..'), { recursive: true, force: true }));
  }

  open(of: object = entry): GoalCache {
    return new GoalCache(this.folder, connection(of), (line) => void this.lines.push(line));
  }
}
