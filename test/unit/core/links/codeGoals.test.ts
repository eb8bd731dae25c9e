import assert from 'node:assert/strict';
import { noChoices } from '../../../../src/core/links/branchLinks';
import { goalsOfBranch, goalsOfFile } from '../../../../src/core/links/codeGoals';
import type { CommitKey } from '../../../../src/core/links/commitKeys';
import { linksOfHistory, linksOfPath, type FileCommit } from '../../../../src/core/links/fileLinks';
import { nothingServed } from '../../../../src/core/links/servedGoals';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import { catalogOf, goal, shopGoals } from '../../../support/builders';

const catalog = catalogOf(...shopGoals(), goal('PAY-3'));
const map = parsePathMap('# a comment\n/cart/ SHOP-142 PAY-3\n/free/\n');

function commit(sha: string, ...keys: readonly string[]): FileCommit {
  return {
    sha,
    subject: `Fix ${sha}`,
    keys: keys.map((key): CommitKey => ({ key, by: 'subject', text: key })),
  };
}

describe('linksOfPath', () => {
  it('are the keys of the path’s rule', () =>
    assert.deepEqual(linksOfPath('cart/a.ts', map), [
      { key: 'SHOP-142', provenance: { kind: 'pathMap', pattern: '/cart/', line: 1 } },
      { key: 'PAY-3', provenance: { kind: 'pathMap', pattern: '/cart/', line: 1 } },
    ]));

  it('are none without a rule, or with one without keys', () => {
    assert.deepEqual(linksOfPath('docs/a.md', map), []);
    assert.deepEqual(linksOfPath('free/a.ts', map), []);
  });
});

describe('linksOfHistory', () => {
  it('has each key once, with its newest commit', () => {
    const links = linksOfHistory([
      commit('c3', 'SHOP-7'),
      commit('c2', 'shop-7', 'PAY-3'),
      commit('c1', 'PAY-3'),
    ]);
    assert.deepEqual(links, [
      {
        key: 'SHOP-7',
        provenance: { kind: 'commit', sha: 'c3', subject: 'Fix c3', by: 'subject', text: 'SHOP-7' },
      },
      {
        key: 'PAY-3',
        provenance: { kind: 'commit', sha: 'c2', subject: 'Fix c2', by: 'subject', text: 'PAY-3' },
      },
    ]);
  });
});

describe('what a file serves', () => {
  const served = (mapped: string | undefined, ...commits: readonly FileCommit[]): string[] =>
    goalsOfFile(
      { mapped: mapped === undefined ? undefined : { map, path: mapped }, commits },
      { catalog },
    ).goals.map(({ goal: { key }, link }) => `${key} ${link.provenance.kind}`);

  it('is what its path rule says, then what its commits say', () => {
    assert.deepEqual(served('cart/a.ts', commit('c1', 'PAY-3', 'SHOP-160')), [
      'SHOP-7 pathMap',
      'PAY-3 pathMap',
      'SHOP-160 commit',
    ]);
    assert.deepEqual(served(undefined, commit('c1', 'SHOP-160')), ['SHOP-160 commit']);
  });

  it('is nothing where nothing is linked', () =>
    assert.equal(goalsOfFile({ commits: [] }, { catalog }), nothingServed));

  it('tells keys that no tracker has', () => {
    const { goals, unknown } = goalsOfFile({ commits: [commit('c1', 'OTHER-1')] }, { catalog });
    assert.deepEqual([goals, unknown.map(({ key }) => key)], [[], ['OTHER-1']]);
  });
});

describe('what a branch serves', () => {
  it('is the initiative of its goal', () => {
    const { goals } = goalsOfBranch('feature/SHOP-142-retry', noChoices, { catalog });
    assert.deepEqual(
      goals.map(({ goal: { key }, linked }) => [key, linked.key]),
      [['SHOP-7', 'SHOP-142']],
    );
  });

  it('is nothing where there is none', () =>
    assert.equal(goalsOfBranch(undefined, noChoices, { catalog }), nothingServed));
});
