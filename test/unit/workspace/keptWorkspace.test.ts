import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { AlignmentAnswers } from '../../../src/agents/alignmentAnswer';
import { answerOptions } from '../../../src/agents/agentAnswer';
import { Git } from '../../../src/git/run/git';
import { KeptWorkspace } from '../../../src/workspace/keptWorkspace';
import type { Workspace } from '../../../src/workspace/workspace';
import { GitRepositoryFixture } from '../../support/gitRepository';

const goalsFile = (title: string): string =>
  `schema: goal-lens/v1\ngoals:\n  - { key: SHOP-7, title: ${title}, level: initiative, priority: P1 }\n`;
const week = 7 * 86_400_000;
const quiet = (): void => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

describe('KeptWorkspace', () => {
  let repository: GitRepositoryFixture;
  let kept: KeptWorkspace;
  let calls: number;
  beforeEach(() => {
    repository = new GitRepositoryFixture();
    repository.write('.goals/goals.yaml', goalsFile('Checkout'));
    repository.commit('src/pay.ts', '1', 'SHOP-7: pay');
    calls = 0;
    const git = new Git(() => {
      calls += 1;
      return 'git';
    });
    const noEditor = join(repository.root, '.no-editor');
    kept = new KeptWorkspace({ folder: repository.root, git, userFolders: [noEditor], log });
  });
  afterEach(() => repository.remove());

  /** How many processes of git were started for it. */
  async function callsOf(work: () => Promise<unknown>): Promise<number> {
    const before = calls;
    await work();
    return calls - before;
  }
  const titleIn = ({ catalog }: Workspace): string | undefined => catalog.find('SHOP-7')?.title;

  it('starts no git while nothing changes', async () => {
    const first = await kept.current();
    assert.equal(await callsOf(async () => assert.equal(await kept.current(), first)), 0);
  });

  it('knows what is checked out, whatever has moved it', async () => {
    await kept.current();
    for (const args of [
      ['switch', '--quiet', '--create', 'SHOP-7-cart'],
      ['commit', '--quiet', '--allow-empty', '--message=One more'],
      ['pack-refs', '--all'],
      ['reset', '--quiet', '--hard', 'HEAD~1'],
      ['switch', '--quiet', '--detach'],
    ]) {
      repository.git(...args);
      const { checkout } = await kept.current();
      const [branch, head] = [
        repository.git('branch', '--show-current').trim(),
        repository.git('rev-parse', 'HEAD').trim(),
      ];
      assert.deepEqual([checkout?.branch ?? '', checkout?.head], [branch, head], args.join(' '));
    }
  });

  it('reads files again that have changed, and only then', async () => {
    const first = await kept.current();
    repository.git('switch', '--quiet', '--create', 'other');
    assert.equal((await kept.current()).catalog, first.catalog);
    repository.write('.goals/goals.yaml', goalsFile('Cart'));
    assert.equal(titleIn(await kept.current()), 'Cart');
    repository.write('.goals/paths', '/src/ SHOP-7\n');
    assert.equal((await kept.current()).pathMap?.list.length, 1);
    repository.git('remote', 'add', 'origin', 'https://github.com/shop/shop.git');
    assert.notEqual((await kept.current()).references, first.references);
  });

  it('knows a repository that comes and goes', async () => {
    await kept.current();
    renameSync(join(repository.root, '.git'), join(repository.root, 'no.git'));
    assert.equal((await kept.current()).checkout, undefined);
    renameSync(join(repository.root, 'no.git'), join(repository.root, '.git'));
    assert.equal((await kept.current()).checkout?.branch, 'main');
  });

  describe('asked whether the work follows the priorities', () => {
    const answers = new AlignmentAnswers();
    const answer = async (now = Date.now() + week) => {
      const workspace = await kept.current();
      return (await answers.answer(workspace, {}, answerOptions(workspace, { now, language: 'en' }))).record;
    };

    it('measures once while nothing changes, and again once something has', async () => {
      const first = await answer();
      assert.deepEqual([first.commits, first.goals.map(({ key }) => key)], [1, ['SHOP-7']]);
      const again = await callsOf(async () => assert.deepEqual(await answer(), first));
      repository.commit('src/cart.ts', '1', 'Cart');
      const measured = await callsOf(async () => assert.equal((await answer()).commits, 2));
      assert.ok(again <= 3 && again < measured, `${again} processes, then ${measured}`);
      repository.git('notes', '--ref=goals', 'add', '-m', 'Initiative: SHOP-7', 'HEAD');
      assert.equal((await answer()).unlinked, 0);
      repository.write('.goals/goals.yaml', goalsFile('Cart').replace('SHOP-7', 'SHOP-8'));
      assert.deepEqual((await answer()).goals, []);
      assert.notEqual((await answer(Date.now() + 2 * week)).from, first.from);
    });
  });
});
