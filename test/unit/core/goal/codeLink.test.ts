import assert from 'node:assert/strict';
import { isSharedBranch, usableLinks, type CodeLink } from '../../../../src/core/goal/codeLink';

const branch = (name: string, more: object = {}): CodeLink => ({ kind: 'branch', name, ...more });
const pull = (number: number, more: object = {}): CodeLink => ({ kind: 'pullRequest', number, ...more });

describe('usableLinks', () => {
  for (const link of [
    branch('feature/retry'),
    branch('x'.repeat(255)),
    branch('retry', { repository: 'github.com/acme/shop', pullRequest: 1 }),
    branch('retry', { repository: 'github.com/' }),
    branch('retry', { repository: `h/${'x'.repeat(510)}` }),
    pull(7),
    pull(7, { repository: 'github.com/acme/shop', isClosing: true }),
    { kind: 'commit', sha: 'a'.repeat(40) },
    { kind: 'commit', sha: '0'.repeat(64) },
  ] satisfies CodeLink[]) {
    it(`keeps ${JSON.stringify(link).slice(0, 80)}`, () => assert.deepEqual(usableLinks([link]), [link]));
  }

  for (const link of [
    ...['', 'x'.repeat(256), 'a b', 'a~1', 'a..b', '@{x', '-a', '/a', 'a/', 'a\u202eb', 'main', 'HEAD'].map(
      (name) => branch(name),
    ),
    branch('retry', { pullRequest: 0 }),
    branch('retry', { pullRequest: 1.5 }),
    branch('retry', { repository: 'shop' }),
    branch('retry', { repository: '/shop' }),
    branch('retry', { repository: 'github.com/a b' }),
    branch('retry', { repository: `h/${'x'.repeat(511)}` }),
    pull(0),
    pull(-7),
    pull(2 ** 53),
    pull(7, { repository: '' }),
    { kind: 'commit', sha: 'a'.repeat(39) },
    { kind: 'commit', sha: 'a'.repeat(41) },
    { kind: 'commit', sha: 'A'.repeat(40) },
  ] satisfies CodeLink[]) {
    it(`leaves out ${JSON.stringify(link).slice(0, 80)}`, () => assert.deepEqual(usableLinks([link]), []));
  }

  it('has each link once, and at most 60', () => {
    const many = Array.from({ length: 61 }, (_, at) => pull(at + 1));
    assert.deepEqual(usableLinks([pull(1), pull(2), pull(1)]), [pull(1), pull(2)]);
    assert.deepEqual(usableLinks([branch('main'), ...many]), many.slice(0, 60));
  });
});

describe('isSharedBranch', () => {
  for (const name of ['main', 'Master', 'develop', 'staging'])
    it(`is ${name}`, () => assert.ok(isSharedBranch(name)));
  for (const name of ['main2', 'my-main', 'maintenance', ''])
    it(`is not ${JSON.stringify(name)}`, () => assert.ok(!isSharedBranch(name)));
});
