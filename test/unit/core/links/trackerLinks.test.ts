import assert from 'node:assert/strict';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import type { RepositoryReferences } from '../../../../src/core/catalog/repositoryReferences';
import { usableLinks, type CodeLink } from '../../../../src/core/goal/codeLink';
import { isUnconfirmed, linksOfBranch, noChoices } from '../../../../src/core/links/branchLinks';
import { keysOfCommit, type CommitMessage } from '../../../../src/core/links/commitKeys';
import { rulesIn } from '../../../../src/core/links/referenceRules';
import { landedPullRequests } from '../../../../src/core/references/landedPullRequests';
import { parseRemote } from '../../../../src/core/references/remote';
import { candidatesOf, keysOfCandidates } from '../../../../src/git/history/candidates';
import { goal, tracker } from '../../../support/builders';

const sha = '0123456789abcdef0123456789abcdef01234567';
const repository = 'github.com/acme/shop';
const links: readonly CodeLink[] = [
  { kind: 'branch', name: 'retry', repository },
  { kind: 'branch', name: 'elsewhere', repository: 'github.com/acme/api' },
  { kind: 'branch', name: 'anywhere' },
  { kind: 'branch', name: '142-hotfix', repository, pullRequest: 4321 },
  { kind: 'pullRequest', number: 4321, repository, isClosing: true },
  { kind: 'pullRequest', number: 7, repository: 'github.com/acme/api' },
  { kind: 'pullRequest', number: 8, repository: 'dev.azure.com/acme/' },
  { kind: 'commit', sha },
];

function referencesAt(...remotes: readonly string[]): RepositoryReferences {
  const github = tracker(
    [
      goal('SHOP-142', { links, url: 'https://github.com/acme/shop/issues/142', title: 'Cart' }),
      goal('SHOP-7', { url: 'https://github.com/acme/shop/issues/7' }),
    ],
    { name: 'GitHub', references: { kind: 'github', url: 'https://github.com', places: ['acme/shop'] } },
  );
  const home = { remotes: remotes.flatMap((each) => parseRemote(each) ?? []) };
  return new GoalCatalog([github]).in(home);
}

const shop = referencesAt('git@github.com:acme/shop.git');

describe('what trackers say of branches', () => {
  const found = (branch: string, references = shop, choices = noChoices): string[] =>
    linksOfBranch(branch, choices, references).map(
      (link) => `${link.key} ${link.provenance.kind}${isUnconfirmed(link) ? '?' : ''}`,
    );

  it('links a branch of this repository, whatever its name', () => {
    assert.deepEqual(found('retry'), ['SHOP-142 tracker']);
    assert.deepEqual(found('anywhere'), ['SHOP-142 tracker']);
    assert.deepEqual(found('elsewhere'), []);
    assert.deepEqual(found('retry', referencesAt('https://gitlab.com/acme/shop')), []);
    assert.deepEqual(found('Retry'), []);
  });

  it('confirms what only a number in the name says', () =>
    assert.deepEqual(found('142-hotfix'), ['SHOP-142 tracker']));

  it('comes after links made by hand, and stays away where a person said no', () => {
    assert.deepEqual(found('retry', shop, { linked: ['SHOP-7'], rejected: [] }), [
      'SHOP-7 explicit',
      'SHOP-142 tracker',
    ]);
    assert.deepEqual(found('retry', shop, { linked: [], rejected: ['shop-142'] }), []);
  });
});

describe('what trackers say of commits', () => {
  const found = (message: CommitMessage, references = shop): string[] => {
    const rules = rulesIn(references, { trailer: 'Initiative' });
    const keys = keysOfCommit(message, rules).map(({ key, by }) => `${key} ${by}`);
    const kept = candidatesOf({ note: '', ...message });
    const ofIndex = keysOfCandidates(kept, rules, message.sha ?? '').map(({ key, by }) => `${key} ${by}`);
    assert.deepEqual(ofIndex, keys);
    return keys;
  };
  const body = '';

  it('knows a commit by its name', () => {
    assert.deepEqual(found({ sha, subject: 'Fix', body }), ['SHOP-142 tracker']);
    assert.deepEqual(found({ sha: sha.replace('0', '1'), subject: 'Fix', body }), []);
  });

  for (const [subject, text] of [
    ['Fix totals (#4321)', ''],
    ['Merge pull request #4321 from ana/retry', ''],
    ['Merged PR 4321: Fix totals', ''],
    ['Merged in retry (pull request #4321)', ''],
    ["Merge branch 'retry' into 'main'", 'Text\n\nSee merge request acme/shop!4321'],
    ['Fix totals', 'PR-URL: https://github.com/acme/shop/pull/4321'],
    ['Fix totals', 'Pull-Request: #4321'],
  ] as const) {
    it(`leads on from the pull request of: ${subject} ${text}`, () =>
      assert.deepEqual(found({ subject, body: text }), ['SHOP-142 pullRequest']));
  }

  it('takes an issue for an issue, and a number of another repository for nothing', () => {
    assert.deepEqual(found({ subject: 'Fix totals (#7)', body }), ['SHOP-7 subject']);
    assert.deepEqual(found({ subject: 'Fix totals (#8)', body }), []);
    assert.deepEqual(found({ subject: 'Fix', body: 'See merge request acme/api!7' }), [
      'SHOP-142 pullRequest',
    ]);
    const azure = referencesAt('https://dev.azure.com/acme/Shop/_git/web');
    assert.deepEqual(found({ subject: 'Merged PR 8: Fix', body }, azure), ['SHOP-142 pullRequest']);
    assert.deepEqual(found({ subject: 'Merged PR 4321: Fix', body }, azure), []);
  });

  it('takes no request that is only mentioned', () => {
    for (const subject of ['Follow up on #4321', 'As in !4321', 'Revert #4321 for now', '(#4321) Fix'])
      assert.deepEqual(landedPullRequests(subject, ''), [], subject);
    assert.deepEqual(landedPullRequests('Fix', 'It was See merge request acme/shop!4321 once'), []);
  });
});

describe('usable links', () => {
  it('leave out what is none, what every goal passes through, and what comes twice', () => {
    const branch = (name: string): CodeLink => ({ kind: 'branch', name });
    const bad = ['', 'main', 'Develop', 'a b', 'a..b', '-x', '/x', 'x/', 'a\u202eb', 'x'.repeat(256), 'a\nb'];
    assert.deepEqual(usableLinks([...bad.map(branch), branch('retry'), branch('retry')]), [branch('retry')]);
    const request = (number: number, repository?: string): CodeLink => ({
      kind: 'pullRequest',
      number,
      ...(repository !== undefined && { repository }),
    });
    assert.deepEqual(
      usableLinks([request(0), request(1.5), request(NaN), request(3, 'no slash'), request(4)]),
      [request(4)],
    );
    assert.deepEqual(
      usableLinks([
        { kind: 'commit', sha: 'HEAD' },
        { kind: 'commit', sha },
      ]),
      [{ kind: 'commit', sha }],
    );
    assert.equal(usableLinks(Array.from({ length: 500 }, (_, at) => request(at + 1))).length, 60);
  });
});
