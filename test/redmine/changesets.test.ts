import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedmine, type Redmine } from '../../scripts/redmine/redmineServer.mjs';
import { GoalCatalog } from '../../src/core/catalog/goalCatalog';
import type { CodeTie } from '../../src/core/goal/codeLink';
import { keysOfCommit } from '../../src/core/links/commitKeys';
import { rulesIn } from '../../src/core/links/referenceRules';
import { connectionSchema, toConnection } from '../../src/trackers/connection/connection';
import { connectTracker } from '../../src/trackers/connectTracker';
import { GoalCache } from '../../src/trackers/sync/goalCache';
import { TrackerSync } from '../../src/trackers/sync/trackerSync';
import { trackerState } from '../../src/workspace/trackers/trackerState';
import { GitRepositoryFixture } from '../support/gitRepository';
import { TestClock } from '../unit/trackers/support/testClock';

const never = new AbortController().signal;

describe('the changesets of a real Redmine', () => {
  let redmine: Redmine;
  let repository: GitRepositoryFixture;
  let folder: string;

  before(async function () {
    // The first start on a machine installs Redmine.
    this.timeout(600_000);
    redmine = await startRedmine();
  });
  after(() => redmine.stop());
  beforeEach(async () => {
    await redmine.reset();
    folder = await mkdtemp(join(tmpdir(), 'goal-lens-redmine-'));
    repository = new GitRepositoryFixture();
  });
  afterEach(async () => {
    repository.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const commit = (message: string): string => repository.commit('cart.ts', message, message);
  const announce = (): Promise<void> => redmine.addRepository('shop', join(repository.root, '.git'));

  async function connect() {
    const connection = toConnection(
      connectionSchema.parse({ kind: 'redmine', url: redmine.url, follow: ['shop'] }),
    );
    const clock = new TestClock();
    const token = (): Promise<string> => Promise.resolve(redmine.apiKey);
    const { tracker } = await connectTracker(connection, { token, clock });
    const sync = new TrackerSync({
      tracker: () => Promise.resolve(tracker),
      cache: new GoalCache(folder, connection, () => undefined),
      clock,
    });
    await sync.load();
    await sync.sync(never);
    const goalOf = (issue: number) =>
      sync.state.goals.find(({ id }) => id === String(issue)) ?? assert.fail(String(issue));
    return {
      ask: (issue: number): Promise<readonly CodeTie[]> =>
        tracker.code?.ask({ kind: 'goal', goal: goalOf(issue) }, never) ??
        assert.fail('It tells of no code.'),
      /** What a commit names, once Redmine has told this. */
      keysWith: (ties: readonly CodeTie[], sha: string): string[] => {
        const options = { language: 'en', now: clock.now(), revenue: 'band' } as const;
        const catalog = new GoalCatalog([trackerState(connection, sync.state, options, ties)]);
        const [subject = '', , ...lines] = repository.git('log', '-1', '--format=%B', sha).trim().split('\n');
        const rules = rulesIn(catalog.in({ remotes: [] }), { trailer: 'Initiative' });
        return keysOfCommit({ sha, subject, body: lines.join('\n') }, rules).map(
          ({ key, by }) => `${key} ${by}`,
        );
      },
    };
  }

  it('are the commits that name the issue in its way', async () => {
    const { story, blocker, secondStory } = redmine.seed.issues;
    const first = commit(`Retry once, refs #${story}`);
    const both = commit(`Retry twice\n\nThe bank allows it.\n\nRefs #${story}, #${blocker}`);
    const other = commit(`Say what happened (references #${secondStory})`);
    commit(`Count the retries of #${story}`);
    await announce();
    const { ask } = await connect();
    const told = async (issue: number): Promise<string[]> =>
      (await ask(issue))
        .map(({ key, link }) => `${key} ${link.kind === 'commit' ? link.sha : link.kind}`)
        .sort();
    const ties = (issue: number, ...shas: string[]) => shas.map((sha) => `SHOP-${issue} ${sha}`).sort();
    assert.deepEqual(await told(story), ties(story, first, both));
    assert.deepEqual(await told(blocker), ties(blocker, both));
    assert.deepEqual(await told(secondStory), ties(secondStory, other));
    assert.deepEqual(await told(redmine.seed.issues.epic), []);
  });

  it('link the same commits as reading them does, and those that a person tied in Redmine', async () => {
    const { story, blocker } = redmine.seed.issues;
    const named = commit(`Retry twice\n\nRefs #${story}, #${blocker}`);
    const silent = commit('Count the retries');
    await announce();
    const tie = `/projects/shop/repository/shop/revisions/${silent}/issues.json`;
    await redmine.adminApi('POST', tie, { issue_id: story });
    const { ask, keysWith } = await connect();
    assert.deepEqual(keysWith([], silent), []);
    const ties = await ask(story);
    assert.deepEqual(keysWith(ties, silent), [`SHOP-${story} tracker`]);
    assert.deepEqual(keysWith(ties, named), [`SHOP-${story} body`, `SHOP-${blocker} body`]);
    assert.deepEqual(keysWith([], named), keysWith(ties, named));
  });
});
