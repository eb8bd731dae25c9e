import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { answerOptions } from '../../../src/agents/agentAnswer';
import { changeAnswer } from '../../../src/agents/changeAnswer';
import { rulesIn } from '../../../src/core/links/referenceRules';
import { parsePathMap } from '../../../src/core/paths/pathMap';
import { Git } from '../../../src/git/run/git';
import { Workspace } from '../../../src/workspace/workspace';
import { catalogOf, goal } from '../../support/builders';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { tokensOf } from '../core/brief/tokens';
import { assertQuoted } from './quoted';

describe('changeAnswer', function () {
  this.timeout(60_000);
  let repository: GitRepositoryFixture;

  beforeEach(() => {
    repository = new GitRepositoryFixture();
    repository.commit('README.md', '1', 'Begin');
  });
  afterEach(() => repository.remove());

  function workspace({
    branch = 'SHOP-7-cart',
    title = 'Checkout',
    rules = '/src/ SHOP-7\n/search/ SHOP-9\n',
  } = {}): Workspace {
    const item = { level: 'item', parentKey: 'SHOP-7' } as const;
    const catalog = catalogOf(
      goal('SHOP-7', { title }),
      goal('SHOP-9'),
      goal('SHOP-131', item),
      goal('SHOP-142', item),
    );
    const references = catalog.in();
    const head = repository.git('rev-parse', 'HEAD').trim();
    return new Workspace(new Git(() => 'git'), {
      root: repository.root,
      checkout: {
        root: repository.root,
        gitDir: `${repository.root}/.git`,
        commonDir: `${repository.root}/.git`,
        branch,
        head,
      },
      catalog,
      references,
      pathMap: parsePathMap(rules),
      settingProblems: [],
      revenue: 'band',
      rules: rulesIn(references, { trailer: 'Initiative' }),
    });
  }
  const answer = (from: Workspace, base?: string) =>
    changeAnswer(from, { base }, answerOptions(from, { now: Date.UTC(2026, 10, 22), language: 'en' }));

  it('tells of staged files alone where some are staged', async () => {
    repository.write('src/a.ts', '1');
    repository.write('search/b.ts', '1');
    repository.git('add', 'src/a.ts');
    const { text, record } = await answer(workspace());
    assert.equal(record.verdict, 'fits');
    assert.deepEqual(record.files, { inside: 1, outside: 0, unmapped: 0 });
    assert.match(text, /^Staged files: 1, outside: 0, no rule: 0$/m);
    assert.match(text, /^Trailer for the commit: Initiative: SHOP-7$/m);
  });

  it('says which changed files belong to other goals, and to none', async () => {
    repository.write('search/b.ts', '1');
    repository.write('README.md', '2');
    const { text, record } = await answer(workspace());
    assert.equal(record.verdict, 'strays');
    assert.deepEqual(record.strays, [{ path: 'search/b.ts', goals: ['SHOP-9'] }]);
    assert.match(text, /^Outside: search\/b\.ts → SHOP-9$/m);
  });

  for (const [verdict, branch, path] of [
    ['noChange', 'SHOP-7-cart', undefined],
    ['noGoal', 'main', 'src/a.ts'],
    ['unmapped', 'SHOP-7-cart', 'docs/a.md'],
  ] as const) {
    it(`tells that apart: ${verdict}`, async () => {
      if (path) repository.write(path, '1');
      assert.equal((await answer(workspace({ branch }))).record.verdict, verdict);
    });
  }

  it('says the initiative of two items once', async () => {
    repository.write('src/a.ts', '1');
    const { text, record } = await answer(workspace({ branch: 'SHOP-131-SHOP-142-both' }));
    assert.deepEqual([record.goals, record.trailer], [['SHOP-7'], 'Initiative: SHOP-7']);
    assert.match(text, /^Intent: SHOP-7 Checkout$/m);
  });

  it('finds what is wrong with the commits since a base', async () => {
    repository.commit('src/a.ts', '1', 'Faulty\n\nInitiative: SHOP-404\n');
    const { text, record } = await answer(workspace(), 'HEAD~1');
    assert.deepEqual(
      record.findings.map(({ rule }) => rule),
      ['unknown-goal'],
    );
    assert.match(text, /^Finding: SHOP-404 is no goal/m);
  });

  it('holds the intent against the change in at most 120 tokens, whatever names are long', async () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'Q', 'x', '界', 'ß', '-', '_'),
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 5 }), fc.lorem(), async (names, title) => {
        repository.git('clean', '--quiet', '-fd');
        for (const each of names) repository.write(`search/${each}.ts`, '1');
        const { text } = await answer(workspace({ title: `${title} ${names.join(' ')}` }));
        assertQuoted(text);
        assert.ok(tokensOf(text) <= 120, `${tokensOf(text)} tokens: ${text}`);
      }),
      { numRuns: 15 },
    );
  });
});
