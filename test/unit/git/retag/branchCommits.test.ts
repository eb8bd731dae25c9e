import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { branchCommits, type BranchCommits } from '../../../../src/git/retag/branchCommits';
import { assertRefused, never, pipedGit, restoredRepository } from './retagFixture';

const rules = { trailer: 'Initiative', projects: new Set(['SHOP', 'PAY']) };

describe('branchCommits', function () {
  this.timeout(30_000);
  const repository = restoredRepository();
  const read = (root = repository.root): Promise<BranchCommits> =>
    branchCommits(pipedGit, root, rules, never);
  const start = (branch: string, ...from: string[]): string =>
    repository.git('switch', '--quiet', '--no-track', '--create', branch, ...from);

  it('are those since the base, newest first, with all that is known of them', async () => {
    repository.publish();
    start('feature/cart');
    const one = repository.add('SHOP-1: one\n\nBody for PAY-2.\n\nInitiative: SHOP-7\n');
    repository.write('a b\n"c".txt', 'x');
    repository.write('ünï/日本.txt', 'x');
    repository.git('add', '.');
    repository.git('mv', 'file1.txt', 'moved.txt');
    repository.git('commit', '--quiet', '--date=@1700000000 +0100', '-m', 'Two');
    const two = repository.head();
    repository.git('notes', '--ref=goals', 'add', '-m', 'Initiative: SHOP-8, shop-7', one);
    repository.git('notes', 'add', '-m', 'Initiative: SHOP-9', one);
    repository.publish(one, 'feature/cart');

    const { branch, base, commits, notice, sha } = await read();
    assert.deepEqual(
      [branch, base?.ref, sha, notice],
      ['feature/cart', 'refs/remotes/origin/main', two, undefined],
    );
    assert.deepEqual(commits, [
      {
        sha: two,
        authorTime: 1_700_000_000_000,
        subject: 'Two',
        body: '',
        message: 'Two\n',
        files: ['a b\n"c".txt', 'file1.txt', 'moved.txt', 'ünï/日本.txt'],
        keys: [],
        isMerge: false,
        isWithoutGoal: false,
        isPublished: false,
        isExempt: false,
        isNoted: false,
      },
      {
        sha: one,
        authorTime: commits[1]?.authorTime,
        subject: 'SHOP-1: one',
        body: 'Body for PAY-2.\n\nInitiative: SHOP-7\n',
        message: 'SHOP-1: one\n\nBody for PAY-2.\n\nInitiative: SHOP-7\n',
        files: ['file2.txt'],
        keys: [
          { key: 'SHOP-7', by: 'trailer', text: 'SHOP-7' },
          { key: 'SHOP-1', by: 'subject', text: 'SHOP-1' },
          { key: 'PAY-2', by: 'body', text: 'PAY-2' },
          { key: 'SHOP-8', by: 'note', text: 'SHOP-8' },
        ],
        isMerge: false,
        isWithoutGoal: false,
        isPublished: true,
        isExempt: false,
        isNoted: true,
      },
    ]);
  });

  it('know merges, with the files that the merge itself changed', async () => {
    start('feature');
    repository.commit('file1.txt', 'feature\n', 'Feature');
    repository.git('switch', '--quiet', 'main');
    repository.commit('file1.txt', 'main\n', 'Main');
    repository.add('Other');
    repository.git('switch', '--quiet', 'feature');
    assert.throws(() => repository.git('merge', '--quiet', 'main'));
    repository.commit('file1.txt', 'both\n', 'Merge');
    repository.git('commit', '--quiet', '--allow-empty', '-m', 'Empty');
    const { commits } = await read();
    assert.deepEqual(
      commits.map(({ subject, isMerge, files }) => [subject, isMerge, files]),
      [
        ['Empty', false, []],
        ['Merge', true, ['file1.txt']],
        ['Feature', false, ['file1.txt']],
      ],
    );
  });

  it('take text that looks like git’s own output as text', async () => {
    start('feature');
    const message = '//\n\n//\n%H%x00\n\nWARNING: x\n';
    repository.commit('-- x.txt', 'x', message);
    const { commits } = await read();
    assert.equal(commits.length, 1);
    assert.deepEqual([commits[0]?.subject, commits[0]?.files], ['//', ['-- x.txt']]);
  });

  it('are not changed by what a person configured', async () => {
    start('feature');
    repository.add('Grüße');
    const before = await read();
    for (const [name, value] of [
      ['log.showSignature', 'true'],
      ['log.follow', 'true'],
      ['log.decorate', 'full'],
      ['i18n.logOutputEncoding', 'ISO-8859-1'],
      ['color.ui', 'always'],
      ['diff.renames', 'copies'],
      ['diff.noprefix', 'true'],
      ['notes.displayRef', 'refs/notes/*'],
      ['core.quotePath', 'true'],
      ['format.pretty', 'fuller'],
    ] as const) {
      repository.git('config', name, value);
    }
    assert.deepEqual(await read(), before);
  });

  it('are published where any remote or a tag has them', async () => {
    repository.publish();
    start('feature');
    const one = repository.add('One');
    repository.add('Two');
    const published = async (): Promise<boolean[]> =>
      (await read()).commits.map(({ isPublished }) => isPublished);
    assert.deepEqual(await published(), [false, false]);
    repository.git('tag', 'v1', one);
    assert.deepEqual(await published(), [false, true]);
    repository.git('tag', '--delete', 'v1');
    repository.git('update-ref', 'refs/remotes/fork/topic', one);
    assert.deepEqual(await published(), [false, true]);
  });

  it('are told where our trailer has harmed them, with what an amend made them lose', async () => {
    start('feature');
    repository.add('Use the retry\n\nWhen an order is placed.\n');
    const amend = (message: string): string => repository.git('commit', '--quiet', '--amend', '-m', message);
    amend('Initiative: SHOP-7');
    amend('Initiative: SHOP-7\n\nSigned-off-by: Ana <ana@shop.example>');
    repository.add('Initiative: SHOP-7Second change');
    repository.add('Initiative: SHOP-8');
    const { commits } = await read();
    assert.deepEqual(
      commits.map(({ harmed, earlier }) => [harmed?.harm, earlier]),
      [
        ['untitled', undefined],
        ['glued', undefined],
        ['untitled', 'Use the retry\n\nWhen an order is placed.\n'],
      ],
    );
    repository.git('reflog', 'expire', '--expire=now', '--all');
    assert.deepEqual(
      (await read()).commits.map(({ earlier }) => earlier),
      [undefined, undefined, undefined],
    );
  });

  it('leave alone what says that it serves no goal, and words of a person’s', async () => {
    start('feature');
    for (const message of ['One\n\nInitiative: none (spike)', 'Two\n\nInitiative: so it was said', 'Three']) {
      repository.add(message);
    }
    const { commits } = await read();
    assert.deepEqual(
      commits.map(({ isExempt }) => isExempt),
      [false, true, true],
    );
  });

  it('are capped, and say so', async () => {
    start('feature');
    await repository.addMany(Array.from({ length: 501 }, (_, at) => `Commit ${at}\n`));
    const { commits, notice } = await read();
    assert.deepEqual([commits.length, notice?.kind], [500, 'capped']);
    assert.match(notice?.message ?? '', /newest 500 commits/);
    assert.ok(commits.every(({ isPublished }) => !isPublished));
    repository.git('reset', '--quiet', '--soft', 'HEAD~1');
    assert.equal((await read()).notice, undefined);
  });

  it('are told to be uncertain where a shallow clone cuts them off', async () => {
    repository.add('Middle');
    start('feature', 'HEAD~1');
    repository.add('One');
    repository.add('Two');
    writeFileSync(join(repository.root, '.git/shallow'), `${repository.head('HEAD~1')}\n`);
    const { commits, notice } = await read();
    assert.deepEqual([commits.length, notice?.kind], [2, 'shallow']);
    assert.match(notice?.message ?? '', /git fetch --unshallow/);
    writeFileSync(join(repository.root, '.git/shallow'), `${repository.head('main~1')}\n`);
    assert.equal((await read()).notice, undefined);
    rmSync(join(repository.root, '.git/shallow'));
    repository.git('switch', '--quiet', '--orphan', 'island');
    repository.add('Island');
    assert.equal((await read()).notice, undefined);
  });

  it('are refused on a detached HEAD and before the first commit', async () => {
    repository.git('switch', '--quiet', '--detach');
    await assertRefused(read(), 'detachedHead');
    repository.git('switch', '--quiet', '--orphan', 'fresh');
    await assertRefused(read(), 'noCommits');
  });
});
