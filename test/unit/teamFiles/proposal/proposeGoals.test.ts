import assert from 'node:assert/strict';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import { parseGoalsFile } from '../../../../src/teamFiles/goalsFile/parseGoalsFile';
import { newGoalsFile, newPathMap } from '../../../../src/teamFiles/proposal/newGoalsFile';
import { proposeGoals, type Proposal, type Traces } from '../../../../src/teamFiles/proposal/proposeGoals';
import { keysOf, problemsOf } from '../goalsFile/goalsFileText';

const commit = (subject: string, ...paths: string[]) => ({ subject, paths });
const propose = (traces: Partial<Traces>, known: readonly string[] = []): Proposal =>
  proposeGoals({ branches: [], commits: [], ...traces }, (key) => known.includes(key));
const titles = ({ goals }: { readonly goals: readonly { readonly key: string; readonly title: string }[] }) =>
  goals.map(({ key, title }) => `${key} ${title}`);
/** What the person finds selected. */
const selected = (proposal: Proposal): string => {
  const { text, change } = newGoalsFile(proposal);
  return text.split('\n')[change.line]!.slice(change.start, change.end);
};

describe('the goals proposed for a repository', () => {
  it('are what its branches and commits name, the present branch’s first, titled by them', () => {
    const proposal = propose({
      branch: 'feature/SHOP-142-retry-payments',
      branches: ['SHOP-9_search', 'feature/SHOP-142-retry-payments', 'main'],
      commits: [
        commit('fix(cart): SHOP-131 keep the cart (#12)'),
        commit('Merge SHOP-142: tell passing failures'),
        commit('[SHOP-131] Older words'),
      ],
    });
    assert.deepEqual(titles(proposal), [
      'SHOP-142 Retry payments',
      'SHOP-9 Search',
      'SHOP-131 Keep the cart',
    ]);
    assert.deepEqual(
      proposal.goals.map(({ status }) => status),
      ['active', 'active', undefined],
    );
    assert.equal(selected(proposal), 'Retry payments');
  });

  it('are no standards, no single likeness of a key, and nothing that a tracker has', () => {
    const commits = ['Read UTF-8', 'Write UTF-16', 'Fix CVE-2024-1', 'ABC-1 once', 'PAY-1 a', 'PAY-2 b'].map(
      (subject) => commit(subject),
    );
    assert.deepEqual(titles(propose({ commits }, ['PAY-2'])), ['PAY-1 A']);
  });

  it('are its branches where nothing names a key, but those that stand for no work', () => {
    const branches = ['main', 'release/2.0', 'dependabot/npm/x-1', 'fix/cart-rounding', 'ana/guest_checkout'];
    const proposal = propose({ branch: 'fix/cart-rounding', branches });
    assert.deepEqual(titles(proposal), ['GOAL-1 Cart rounding', 'GOAL-2 Guest checkout']);
    assert.deepEqual(problemsOf(newGoalsFile(proposal).text), []);
  });

  it('are no more than a person sorts out', () => {
    const branches = Array.from({ length: 50 }, (_, at) => `SHOP-${at + 1}-work`);
    assert.equal(propose({ branches }).goals.length, 12);
  });

  it('make a file without a fault, whatever the commits say', () => {
    const odd = [
      'SHOP-1 "quotes": #and {braces}',
      'SHOP-2 - list',
      'SHOP-3',
      'SHOP-4 \u202Eright \u0007 to left',
    ];
    const proposal = propose({ commits: odd.map((subject) => commit(subject)) });
    const { text } = newGoalsFile(proposal);
    assert.deepEqual(problemsOf(text), []);
    assert.deepEqual(titles(parseGoalsFile(text, 'f')), [
      'SHOP-1 "quotes": #and {braces}',
      'SHOP-2 List',
      'SHOP-3 SHOP-3',
      'SHOP-4 Right to left',
    ]);
  });

  it('come with a reason that is none before the person makes it one', () => {
    const { text } = newGoalsFile(propose({ branches: ['SHOP-1-a'] }));
    assert.deepEqual(keysOf(text), ['SHOP-1']);
    const taken = text.replace(/^ {2}# (?=- key| )/gm, '  ');
    assert.deepEqual(keysOf(taken), ['SHOP-1', 'WHY-1']);
    assert.deepEqual(problemsOf(taken), []);
  });

  it('are examples where nothing suggests any, and the problems say so of each', () => {
    const { text } = newGoalsFile(propose({ branches: ['main'] }));
    assert.deepEqual(keysOf(text), ['EXAMPLE-1', 'EXAMPLE-2']);
    const found = problemsOf(text);
    assert.equal(found.length, 2);
    for (const problem of found) assert.match(problem, /^warning .* is an example\. Put one of your own/);
    assert.deepEqual(problemsOf(text.replaceAll('Example: ', '')), []);
    assert.equal(selected(propose({})), "'Example: checkout that never loses a cart'");
  });
});

describe('the path rules proposed for a repository', () => {
  const traces = {
    branches: ['SHOP-1-a', 'SHOP-2-b', 'SHOP-3-c'],
    commits: [
      commit('SHOP-1 x', 'src/payments/deep/gateway.ts', 'src/payments/retry.ts', 'README.md'),
      commit('SHOP-2 x', 'src/payments/retry.ts'),
      commit('SHOP-3 x', 'a/x/1.ts', 'b/x/1.ts', 'c/x/1.ts'),
    ],
  };

  it('are the folders in which at least half of what was changed for a goal is', () => {
    const map = newPathMap(propose(traces));
    assert.equal(map.split('\n').at(-2), '/src/payments/  SHOP-1 SHOP-2');
    assert.deepEqual(parsePathMap(map).problems, []);
    assert.deepEqual(parsePathMap(map).match('src/payments/x.ts')?.keys, ['SHOP-1', 'SHOP-2']);
  });

  it('are the areas of the code owners where they are known, whose owner is the goal’s', () => {
    const codeOwners = '[Section]\n* @acme/all\n/src/pay*/ ana@shop.example @acme/payments # money\n';
    const proposal = propose({ ...traces, codeOwners });
    assert.deepEqual(proposal.rules, [{ pattern: '/src/pay*/', keys: ['SHOP-1', 'SHOP-2'] }]);
    assert.deepEqual(
      proposal.goals.map(({ owner }) => owner),
      ['@acme/payments', '@acme/payments', undefined],
    );
    assert.deepEqual(problemsOf(newGoalsFile(proposal).text), []);
  });

  it('are comments only where there are none', () => {
    assert.deepEqual(parsePathMap(newPathMap(propose({}))).list, []);
  });
});
