import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isKey } from '../../../../../src/core/references/goalKeys';
import { githubPaths, githubWebAddress } from '../../../../../src/trackers/kinds/github/githubAddress';
import { readFollow, repositoryOf } from '../../../../../src/trackers/kinds/github/githubFollow';
import { GithubKeys } from '../../../../../src/trackers/kinds/github/githubKeys';
import { typedAddress } from '../../../../../src/trackers/typedAddress';
import { connection } from '../../support/connect';

describe('the address of GitHub', () => {
  for (const [typed, api, web, rest] of [
    ['github.com', 'https://api.github.com', 'https://github.com', ''],
    ['https://github.com/acme/shop', 'https://api.github.com', 'https://github.com', ''],
    [' https://www.github.com/ ', 'https://api.github.com', 'https://github.com', ''],
    ['https://api.github.com/', 'https://api.github.com', 'https://github.com', ''],
    ['octocorp.ghe.com', 'https://api.octocorp.ghe.com', 'https://octocorp.ghe.com', ''],
    ['https://api.octocorp.ghe.com', 'https://api.octocorp.ghe.com', 'https://octocorp.ghe.com', ''],
    ['https://ghe.example', 'https://ghe.example/api', 'https://ghe.example', '/v3'],
    ['https://ghe.example:8443/acme/shop', 'https://ghe.example:8443/api', 'https://ghe.example:8443', '/v3'],
    ['https://ghe.example/api/v3', 'https://ghe.example/api', 'https://ghe.example', '/v3'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080', ''],
    ['http://localhost:8080/api', 'http://localhost:8080/api', 'http://localhost:8080', '/v3'],
  ] as const) {
    it(`is ${api} for ${typed}`, () => {
      assert.equal(typedAddress('github', typed), api);
      assert.equal(githubWebAddress(api), web);
      assert.equal(githubPaths(api).rest, rest);
    });
  }

  for (const typed of ['', '   ', 'ftp://github.com', 'https://', 'a b']) {
    it(`stays what it is for “${typed}”, which is none`, () => {
      assert.equal(typedAddress('github', typed), typed.trim());
    });
  }
});

describe('what is followed on GitHub', () => {
  const follow = (...entries: string[]) =>
    readFollow(connection({ kind: 'github', url: 'https://api.github.com', follow: entries }));

  it('is a repository or a project, by name or web address', () => {
    const entries = ['acme/shop', 'https://github.com/acme/web.git', 'orgs/acme/projects/7'];
    assert.deepEqual(follow(...entries, 'https://github.com/users/priya/projects/1/'), {
      repositories: [
        { owner: 'acme', name: 'shop' },
        { owner: 'acme', name: 'web' },
      ],
      projects: [
        { ownerKind: 'organization', owner: 'acme', number: 7 },
        { ownerKind: 'user', owner: 'priya', number: 1 },
      ],
    });
  });

  for (const entry of ['shop', 'acme/shop/issues', 'orgs/acme/projects/x', '../..//']) {
    it(`is not ${entry}`, () => assert.throws(() => follow(entry), { reason: 'rejected' }));
  }
});

describe('keys of GitHub', () => {
  const keysOf = (follow: readonly string[], keyPrefix?: string): GithubKeys => {
    const of = connection({ kind: 'github', url: 'https://api.github.com', follow, keyPrefix });
    return new GithubKeys(of, readFollow(of));
  };
  const repository = (name: string) => repositoryOf(name)!;

  it('begin with the name of the repository', () => {
    const keys = keysOf(['acme/shop']);
    assert.equal(keys.issueKey(repository('Acme/Shop'), 142), 'SHOP-142');
    assert.equal(keys.milestoneKey(repository('acme/shop'), 3), 'SHOP.M-3');
    assert.equal(keysOf(['acme/.github']).issueKey(repository('acme/.github'), 1), 'GITHUB-1');
  });

  it('begin with the prefix of the connection where one repository is followed', () => {
    assert.equal(keysOf(['acme/shop'], 'web').issueKey(repository('acme/shop'), 1), 'WEB-1');
    const two = keysOf(['acme/shop', 'acme/api'], 'web');
    assert.equal(two.issueKey(repository('acme/shop'), 1), 'SHOP-1');
  });

  it('have the owner where a name is taken or belongs to another owner', () => {
    const keys = keysOf(['acme/shop', 'globex/shop', 'globex/web']);
    assert.equal(keys.issueKey(repository('globex/shop'), 1), 'GLOBEX-SHOP-1');
    assert.equal(keys.issueKey(repository('globex/web'), 1), 'WEB-1');
    assert.equal(keys.issueKey(repository('acme/web'), 1), 'ACME-WEB-1');
    assert.equal(keys.issueKey(repository('globex/other'), 1), 'GLOBEX-OTHER-1');
    assert.equal(keys.issueKey(repository('acme/other'), 1), 'OTHER-1');
  });

  it('are found again without having been seen, at owners that are followed', () => {
    const keys = keysOf(['acme/shop', 'globex/web']);
    const placesOf = (key: string) =>
      keys
        .itemsOf([key])
        .flatMap(({ repositories }) => repositories.map((each) => `${each.owner}/${each.name}`));
    assert.deepEqual(placesOf('shop-1'), ['acme/shop']);
    assert.deepEqual(placesOf('PLATFORM-1'), ['acme/PLATFORM']);
    assert.deepEqual(placesOf('GLOBEX-PLATFORM-1'), ['globex/PLATFORM', 'acme/GLOBEX-PLATFORM']);
    assert.deepEqual(placesOf('SHOP.M-3'), ['acme/shop']);
  });

  it('of other trackers are no items', () => {
    const keys = keysOf(['acme/shop']);
    assert.deepEqual(keys.itemsOf(['', 'SHOP', 'SHOP-', 'SHOP-0', 'SHOP-x', 'A/B-1', 'SHOP-9999999999']), []);
  });

  it('are always keys, and lead back to where they came from', () => {
    const name = fc
      .stringMatching(/^[A-Za-z0-9._-]{1,100}$/)
      .filter((each) => !/^\.{1,2}$|\.git$/.test(each));
    const owner = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/);
    const number = fc.integer({ min: 1, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(owner, name, owner, name, number, (first, shop, other, web, each) => {
        const keys = keysOf([`${first}/${shop}`]);
        for (const place of [
          { owner: first, name: shop },
          { owner: other, name: web },
        ]) {
          const issue = keys.issueKey(place, each);
          const milestone = keys.milestoneKey(place, each);
          assert.ok(isKey(issue) && isKey(milestone), `${issue} ${milestone}`);
          const [found] = keys.itemsOf([issue]);
          assert.equal(found!.number, each);
          assert.ok(found!.repositories.length > 0);
        }
      }),
    );
  });
});
