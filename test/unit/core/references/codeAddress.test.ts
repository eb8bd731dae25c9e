import assert from 'node:assert/strict';
import { readCodeAddress, repositoryAt } from '../../../../src/core/references/codeAddress';

const sha = '0123456789abcdef0123456789abcdef01234567';

describe('readCodeAddress', () => {
  for (const [address, repository, number] of [
    ['https://github.com/Acme/Shop/pull/142', 'github.com/acme/shop', 142],
    ['https://github.com/acme/shop/pull/142/files', 'github.com/acme/shop', 142],
    ['https://github.com/acme/shop/pull/142#issuecomment-1', 'github.com/acme/shop', 142],
    ['https://constructor/a/b/pull/142', 'constructor/a/b', 142],
    ['https://__proto__/a/b/pull/142', '__proto__/a/b', 142],
    ['http://git.example:8080/acme/shop/pulls/142?x=1', 'git.example/acme/shop', 142],
    ['https://gitlab.com/acme/web/shop/-/merge_requests/142', 'gitlab.com/acme/web/shop', 142],
    ['https://bitbucket.org/acme/shop/pull-requests/142', 'bitbucket.org/acme/shop', 142],
    ['https://dev.azure.com/acme/Shop/_git/web/pullrequest/142', 'dev.azure.com/acme/shop/web', 142],
  ] as const) {
    it(`reads a pull request from ${address}`, () =>
      assert.deepEqual(readCodeAddress(address), { kind: 'pullRequest', number, repository }));
  }

  for (const [address, commit] of [
    [`https://github.com/acme/shop/commit/${sha}`, sha],
    [`https://github.com/acme/shop/commit/${sha.toUpperCase()}?diff=split`, sha],
    [`https://gitlab.com/acme/shop/-/commit/${sha}`, sha],
    [`https://bitbucket.org/acme/shop/commits/${sha}#comment`, sha],
    [`https://codeberg.org/acme/shop/commit/${'a'.repeat(64)}/`, 'a'.repeat(64)],
  ] as const) {
    it(`reads a commit from ${address}`, () =>
      assert.deepEqual(readCodeAddress(address), { kind: 'commit', sha: commit }));
  }

  for (const address of [
    'https://github.com/acme/shop/pull/new',
    'https://github.com/acme/shop/pull/0',
    'https://github.com/acme/shop/pull/142x',
    'https://github.com/pull/142',
    'https://github.com/acme/shop/issues/142',
    `https://github.com/acme/shop/commit/${sha.slice(1)}`,
    `https://github.com/acme/shop/commit/${sha}0`,
    `https://github.com/acme/shop?next=/commit/${sha}`,
    `see https://github.com/acme/shop/commit/${sha}`,
    '',
  ]) {
    it(`reads nothing from ${address || 'an empty text'}`, () =>
      assert.equal(readCodeAddress(address), undefined));
  }

  it('reads no address of more than 2,048 characters', () => {
    const address = 'https://github.com/acme/shop/pull/142?';
    assert.ok(readCodeAddress(address.padEnd(2048, 'x')));
    assert.equal(readCodeAddress(address.padEnd(2049, 'x')), undefined);
  });
});

describe('repositoryAt', () => {
  it('is the host and the path of a repository on a server', () => {
    assert.equal(repositoryAt('git@github.com:Acme/Shop.git'), 'github.com/acme/shop');
    assert.equal(repositoryAt('../shop'), undefined);
  });
});
