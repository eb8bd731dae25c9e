import assert from 'node:assert/strict';
import { CodeLinkIndex } from '../../../../src/core/catalog/codeLinkIndex';
import { RepositoryCode } from '../../../../src/core/catalog/repositoryCode';
import type { CodeLink } from '../../../../src/core/goal/codeLink';
import { parseRemote } from '../../../../src/core/references/remote';
import { goal, tracker } from '../../../support/builders';
import { assertGrowsAsSize } from '../../../support/growth';

const shop = 'github.com/acme/shop';

/** What a tracker says of the repositories at these remotes; `base` is the path below which it serves its pages. */
function codeOf(links: readonly CodeLink[], remotes: readonly string[], base?: string): RepositoryCode {
  const references = { kind: 'gitlab', url: `https://git.example/${base}`, places: [] } as const;
  const goals = [goal('Shop-1', { links }), goal('SHOP-2', { links: links.slice(0, 1) })];
  const index = new CodeLinkIndex([tracker(goals, base === undefined ? {} : { references })]);
  return new RepositoryCode(index, { remotes: remotes.flatMap((each) => parseRemote(each) ?? []) });
}
const here = [`git@${shop.replace('/', ':')}.git`];

describe('what trackers say of one repository', () => {
  it('is what they say of its branches, or of no repository', () => {
    const branch = (name: string, repository?: string): CodeLink => ({
      ...({ kind: 'branch', name } as const),
      ...(repository !== undefined && { repository }),
    });
    const code = codeOf([branch('retry', shop), branch('any'), branch('api', 'github.com/acme/api')], here);
    const keys = (name: string): string[] => code.ofBranch(name).map(({ goal: { key } }) => key);
    assert.deepEqual([keys('retry'), keys('any'), keys('api')], [['Shop-1', 'SHOP-2'], ['Shop-1'], []]);
    assert.equal(code.branches().length, 3);
    const fork = codeOf([branch('retry', shop)], ['git@github.com:ana/shop.git', ...here]);
    assert.equal(fork.branches().length, 2, 'of any of its remotes');
    const longer = codeOf([branch('retry', shop)], ['git@github.com:acme/shop-web.git']);
    assert.equal(longer.branches().length, 0);
  });

  it('has the keys of a commit, each once, in whichever repository it is', () => {
    const sha = 'a'.repeat(40);
    const code = codeOf([{ kind: 'commit', sha }], []);
    assert.deepEqual(code.keysOfCommit(sha), ['SHOP-1', 'SHOP-2']);
    assert.deepEqual(code.keysOfCommit('b'), []);
    assert.deepEqual([...code.commits()], [[sha, ['SHOP-1', 'SHOP-2']]]);
  });

  describe('of a pull request', () => {
    const request = (number: number, repository?: string): CodeLink => ({
      ...({ kind: 'pullRequest', number } as const),
      ...(repository !== undefined && { repository }),
    });
    const code = codeOf([request(7, shop), request(8), request(9, 'github.com/acme/api')], here);

    for (const [text, keys] of [
      ['!7', ['SHOP-1', 'SHOP-2']],
      ['!8', ['SHOP-1']],
      ['!9', []],
      ['acme/api!9', ['SHOP-1']],
      ['api!9', ['SHOP-1']],
      ['pi!9', []],
      ['acme/shop!8', []],
      ['!https://github.com/acme/shop/pull/7', ['SHOP-1', 'SHOP-2']],
      ['!https://github.com/acme/api/pull/9', ['SHOP-1']],
      ['!https://github.com/acme/api/pull/7', []],
      ['!https://github.com/acme/shop/issues/7', []],
      [`!https://github.com/acme/shop/commit/${'a'.repeat(40)}`, []],
      ['#7', []],
    ] as const) {
      it(`is ${keys.join(', ') || 'nothing'} for ${text}`, () =>
        assert.deepEqual(code.keysOfPullRequest(text), keys));
    }
  });

  it('is what they say of a whole organization', () => {
    const links = [{ kind: 'branch', name: 'retry', repository: 'github.com/acme/' } as const];
    assert.equal(codeOf(links, here).branches().length, 2);
    assert.equal(codeOf(links, ['git@github.com:acmes/shop.git']).branches().length, 0);
  });

  it('is the same over SSH, which leaves out the path of the tracker’s pages', () => {
    const seen = (remote: string, base?: string, repository = 'git.example/lab/acme/shop'): boolean =>
      codeOf([{ kind: 'branch', name: 'retry', repository }], [remote], base).branches().length > 0;
    assert.equal(seen('git@git.example:acme/shop.git', 'lab'), true);
    assert.equal(seen('https://git.example/lab/acme/shop.git', 'lab'), true);
    assert.equal(seen('git@git.example:acme/shop.git', 'la'), false);
    assert.equal(seen('git@git.example:acme/shop.git', ''), false);
    assert.equal(seen('git@git.example:acme/shop.git'), false);
    assert.equal(seen('git@other.example:acme/shop.git', 'lab'), false);
    assert.equal(seen('git@git.example:acme/shop.git', 'lab', 'hub.example/lab/acme/shop'), false);
    assert.equal(seen('git@git.example:acme/shop.git', 'lab', 'git.example/lab/'), false);
  });

  it('takes no longer for a branch where there are many remotes', () => {
    const branch = (at: number) =>
      ({ kind: 'branch', name: `b${at}`, repository: `x.example/o/r${at}` }) as const;
    const inputs = [1250, 2500, 5000, 10_000].map((count) => {
      const numbers = Array.from({ length: count }, (_, at) => at);
      const remotes = numbers.map((at) => `git@x.example:other/r${at}.git`);
      return codeOf(numbers.map(branch), remotes);
    });
    assertGrowsAsSize('branches', inputs, (code) => code.branches());
  });
});
