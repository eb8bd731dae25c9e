import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { CodeLink } from '../../../../src/core/goal/codeLink';
import { rulesIn, type ReferenceRules } from '../../../../src/core/links/referenceRules';
import { goal, tracker } from '../../../support/builders';
import { HistoryFixture, importCommits } from './historyFixture';

/** Rules by which the tracker ties commits to SHOP-7. */
function rulesWith(...shas: readonly string[]): ReferenceRules {
  const links = shas.map((sha): CodeLink => ({ kind: 'commit', sha }));
  const catalog = new GoalCatalog([tracker([goal('SHOP-7', { links })])]);
  return rulesIn(catalog.in(), { trailer: 'Initiative' });
}

describe('HistoryIndex: commits that only the tracker knows', () => {
  let repository: HistoryFixture;
  beforeEach(() => {
    repository = new HistoryFixture();
  });
  afterEach(() => repository.remove());

  const shop = new Set(['SHOP-7']);

  it('finds them in their place, with their files, and keeps them', async () => {
    const [, silent = ''] = importCommits(repository.root, [
      { message: 'SHOP-7: first', files: ['a.ts'] },
      { message: 'Says nothing', files: ['b.ts'] },
      { message: 'SHOP-7: last', files: ['a.ts'] },
    ]);
    const [folder, rules] = [repository.folder(), rulesWith(silent)];
    const index = await repository.open({ folder, rules });
    await index.update();
    const found = index.commitsOf(shop).map(({ subject, by }) => [subject, by]);
    const expected = [
      ['SHOP-7: last', 'subject'],
      ['Says nothing', 'tracker'],
      ['SHOP-7: first', 'subject'],
    ];
    assert.deepEqual(found, expected);
    assert.deepEqual(index.filesOf(shop), [
      { path: 'a.ts', commits: 2 },
      { path: 'b.ts', commits: 1 },
    ]);
    const again = await repository.open({ folder, rules });
    assert.deepEqual(
      again.commitsOf(shop).map(({ subject, by }) => [subject, by]),
      expected,
    );
  });

  it('finds those of which the tracker tells later, and only while it does', async () => {
    const silent = repository.commit('b.ts', '1', 'Says nothing');
    const index = await repository.open({ rules: rulesWith() });
    await index.update();
    assert.equal(index.hasUnreadTies, false);
    index.setRules(rulesWith(silent));
    assert.equal(index.hasUnreadTies, true);
    assert.equal(await index.update(), true);
    assert.equal(index.hasUnreadTies, false);
    assert.deepEqual(
      index.commitsOf(shop).map(({ sha }) => sha),
      [silent],
    );
    assert.equal(await index.update(), false);
    index.setRules(rulesWith());
    assert.deepEqual(index.commitsOf(shop), []);
  });

  it('leaves out those of other repositories, and of branches that are elsewhere until they are merged', async () => {
    repository.commit('a.ts', '1', 'Start');
    repository.git('switch', '--quiet', '-c', 'side');
    const silent = repository.commit('b.ts', '1', 'Says nothing');
    repository.git('switch', '--quiet', 'main');
    const index = await repository.open({ rules: rulesWith(silent, '0'.repeat(39) + '1') });
    await index.update();
    assert.deepEqual(index.commitsOf(shop), []);
    repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'side');
    await index.update();
    assert.deepEqual(
      index.commitsOf(shop).map(({ subject }) => subject),
      ['Says nothing'],
    );
  });
});
