import assert from 'node:assert/strict';
import { branchBase } from '../../../../src/git/branches/branchBase';
import { branchCommits, type BranchCommits } from '../../../../src/git/retag/branchCommits';
import { never, pipedGit, restoredRepository } from '../retag/retagFixture';
import { SaidGit } from '../../../support/saidGit';

const rules = { trailer: 'Initiative', projects: new Set(['SHOP', 'PAY']) };

describe('a branch is measured', function () {
  this.timeout(30_000);
  const repository = restoredRepository();
  const read = (): Promise<BranchCommits> => branchCommits(pipedGit, repository.root, rules, never);
  const subjects = async (): Promise<string[]> => (await read()).commits.map(({ subject }) => subject);
  const start = (branch: string): string =>
    repository.git('switch', '--quiet', '--no-track', '--create', branch);

  it('against another branch that it tracks', async () => {
    repository.publish();
    start('parent');
    repository.add('Parent');
    start('child');
    repository.add('Child');
    assert.deepEqual(await subjects(), ['Child', 'Parent']);
    repository.git('branch', '--quiet', '--set-upstream-to=parent');
    assert.deepEqual(await subjects(), ['Child']);
    repository.git('branch', '--quiet', '-D', 'parent');
    assert.deepEqual(await subjects(), ['Child', 'Parent']);
  });

  it('not against its own published copy', async () => {
    repository.publish();
    start('cart');
    repository.add('Cart');
    for (const copy of ['cart', 'ana/cart']) {
      repository.publish('HEAD', copy);
      repository.git('branch', '--quiet', `--set-upstream-to=origin/${copy}`);
      assert.deepEqual(await subjects(), ['Cart'], copy);
    }
  });

  it('against the default branch of its remote, whatever its name', async () => {
    repository.publish('HEAD', 'trunk');
    repository.git('remote', 'rename', 'origin', 'shop');
    repository.git('remote', 'set-head', 'shop', 'trunk');
    start('feature');
    repository.add('One');
    assert.equal((await read()).base?.ref, 'refs/remotes/shop/trunk');
    assert.deepEqual(await subjects(), ['One']);
  });

  it('against main or master where there is no remote', async () => {
    repository.git('branch', '--quiet', '-m', 'master');
    start('feature');
    repository.add('One');
    assert.equal((await read()).base?.ref, 'refs/heads/master');
    assert.deepEqual(await subjects(), ['One']);
  });

  it('against what no remote has, on the base branch itself', async () => {
    assert.deepEqual(await subjects(), ['Start']);
    repository.publish();
    repository.git('branch', '--quiet', '--set-upstream-to=origin/main');
    assert.deepEqual(await subjects(), []);
    repository.add('One');
    const { base, commits, notice } = await read();
    assert.deepEqual([base, notice], [undefined, undefined]);
    assert.deepEqual(
      commits.map(({ subject, isPublished }) => [subject, isPublished]),
      [['One', false]],
    );
  });

  it('against a base with another history', async () => {
    repository.git('switch', '--quiet', '--orphan', 'island');
    repository.add('Island');
    assert.deepEqual(await subjects(), ['Island']);
  });
});

describe('the base of a branch', () => {
  /** The ref that `branch` is measured against, with this upstream (ref, remote, name there), remotes and refs. */
  async function baseOf(
    branch: string,
    upstream: readonly [ref: string, remote: string, name: string] | undefined,
    remotes: readonly string[],
    refs: Readonly<Record<string, string>>,
  ): Promise<string | undefined> {
    const head = { branch, ref: `refs/heads/${branch}`, sha: 'head' };
    const git = new SaidGit((args) => {
      if (args[0] === 'remote') return remotes.map((each) => `${each}\n`).join('');
      if (args[2] === head.ref) return `${(upstream ?? ['', '', '']).join('\0')}\n`;
      return Object.entries(refs)
        .filter(([ref]) => args.includes(ref))
        .map(([ref, target]) => `${ref}\0${ref} sha\0${target}\n`)
        .join('');
    });
    const base = await branchBase(git, '/shop', head, never);
    return base && `${base.ref}${base.sha.endsWith(' sha') ? '' : ' without a commit'}`;
  }
  const origin = 'refs/remotes/origin';

  it('is the upstream, if that is another branch', async () => {
    const upstream = ['refs/remotes/fork/parent', 'fork', 'refs/heads/parent'] as const;
    const refs = { [upstream[0]]: '', [`${origin}/main`]: '' };
    assert.equal(await baseOf('child', upstream, ['origin', 'fork'], refs), upstream[0]);
  });

  for (const [branch, name] of [
    ['cart', 'cart'],
    ['cart', 'ana/cart'],
    ['ana/cart', 'cart'],
  ] as const) {
    it(`is not ${name}, the published copy of ${branch}`, async () => {
      const upstream = [`${origin}/${name}`, 'origin', `refs/heads/${name}`] as const;
      const refs = { [upstream[0]]: '', [`${origin}/main`]: '' };
      assert.equal(await baseOf(branch, upstream, ['origin'], refs), `${origin}/main`);
    });
  }

  it('is a branch of another name that only ends alike', async () => {
    const upstream = [`${origin}/oldcart`, 'origin', 'refs/heads/oldcart'] as const;
    assert.equal(await baseOf('cart', upstream, ['origin'], { [upstream[0]]: '' }), upstream[0]);
  });

  it('is the default branch of the remote that it is published at, before that of origin', async () => {
    const upstream = ['refs/remotes/fork/cart', 'fork', 'refs/heads/cart'] as const;
    const refs = { 'refs/remotes/fork/main': '', [`${origin}/HEAD`]: `${origin}/trunk` };
    assert.equal(await baseOf('cart', upstream, ['origin', 'fork'], refs), 'refs/remotes/fork/main');
    assert.equal(await baseOf('cart', undefined, ['origin', 'fork'], refs), `${origin}/trunk`);
  });

  it('is that of the only remote, whatever its name, but of none of several others', async () => {
    const refs = { 'refs/remotes/shop/master': '', 'refs/heads/master': '' };
    assert.equal(await baseOf('cart', undefined, ['shop'], refs), 'refs/remotes/shop/master');
    assert.equal(await baseOf('cart', undefined, ['shop', 'fork'], refs), 'refs/heads/master');
  });

  it('is main before master, and what HEAD says before both', async () => {
    const refs = { [`${origin}/master`]: '', [`${origin}/main`]: '' };
    assert.equal(await baseOf('cart', undefined, ['origin'], refs), `${origin}/main`);
    const local = { 'refs/heads/master': '', 'refs/heads/main': '' };
    assert.equal(await baseOf('cart', undefined, [], local), 'refs/heads/main');
  });

  it('is none on that branch itself, or where there is none', async () => {
    assert.equal(await baseOf('main', undefined, [], { 'refs/heads/main': '' }), undefined);
    assert.equal(await baseOf('main', undefined, ['origin'], { [`${origin}/main`]: '' }), undefined);
    const trunk = { [`${origin}/HEAD`]: `${origin}/trunk` };
    assert.equal(await baseOf('trunk', undefined, ['origin'], trunk), undefined);
    assert.equal(await baseOf('cart', undefined, ['origin'], {}), undefined);
  });
});
