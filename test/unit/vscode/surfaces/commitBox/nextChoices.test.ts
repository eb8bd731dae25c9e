import assert from 'node:assert/strict';
import type { Head } from '../../../../../src/git/run/head';
import type { GitRepository } from '../../../../../src/vscode/sources/git/gitExtension';
import { NextChoices } from '../../../../../src/vscode/surfaces/commitBox/nextChoices';

const leaveOut = { kind: 'leaveOut' } as const;

/** A repository as VS Code knows it, while git itself may be further. */
function repositoryAt(name: string | undefined, commit: string) {
  const state = { HEAD: { ...(name !== undefined && { name }), commit } };
  const rootUri = { fsPath: '/shop', toString: () => 'file:///shop' };
  const moves = (to: string, branch = name): void => {
    state.HEAD = { ...(branch !== undefined && { name: branch }), commit: to };
  };
  return { repository: { rootUri, state } as unknown as GitRepository, moves };
}

/** Answers of git that come when the test lets them. */
function choices() {
  const answers: ((head: Head | Error) => void)[] = [];
  const warnings: unknown[] = [];
  let reads = 0;
  const made = new NextChoices(
    () =>
      new Promise((resolve, reject) => {
        answers.push((head) => (head instanceof Error ? reject(head) : resolve(head)));
      }),
    { warn: (_: string, error: unknown) => void warnings.push(error) },
    () => (reads += 1),
  );
  const answer = async (head: Head | Error): Promise<void> => {
    const before = reads;
    answers.shift()?.(head);
    while (reads === before) await Promise.resolve();
  };
  return { made, answer, warnings };
}

describe('what a person said about the next commit', () => {
  it('holds until HEAD moves, and is not remembered when HEAD comes back', async () => {
    const { repository, moves } = repositoryAt('main', 'one');
    const { made, answer } = choices();
    made.set(repository, leaveOut);
    await answer({ branch: 'main', commit: 'one' });
    assert.deepEqual(made.of(repository), leaveOut);
    moves('two');
    assert.equal(made.of(repository), undefined);
    moves('one');
    assert.equal(made.of(repository), undefined);
  });

  it('outlives that VS Code learns late of a HEAD that had moved before', async () => {
    const { repository, moves } = repositoryAt('main', 'old');
    const { made, answer } = choices();
    made.set(repository, leaveOut);
    moves('one');
    assert.deepEqual(made.of(repository), leaveOut, 'git has not answered yet');
    await answer({ branch: 'main', commit: 'one' });
    assert.deepEqual(made.of(repository), leaveOut);
    moves('two');
    assert.equal(made.of(repository), undefined);
  });

  it('ends with a switch of branches, and on a detached HEAD with its commit', async () => {
    const { repository, moves } = repositoryAt('main', 'one');
    const { made, answer } = choices();
    made.set(repository, leaveOut);
    await answer({ branch: 'main', commit: 'one' });
    moves('one', 'other');
    assert.equal(made.of(repository), undefined);

    const detached = repositoryAt(undefined, 'one');
    made.set(detached.repository, leaveOut);
    await answer({ commit: 'one' });
    assert.deepEqual(made.of(detached.repository), leaveOut);
    detached.moves('two');
    assert.equal(made.of(detached.repository), undefined);
  });

  it('goes by what VS Code knows where git cannot be asked, and logs why', async () => {
    const { repository, moves } = repositoryAt('main', 'one');
    const { made, answer, warnings } = choices();
    made.set(repository, leaveOut);
    await answer(new Error('no git'));
    assert.deepEqual(made.of(repository), leaveOut);
    assert.equal(warnings.length, 1);
    moves('two');
    assert.equal(made.of(repository), undefined);
  });

  it('forgets nothing of a later choice when an earlier reading ends', async () => {
    const { repository } = repositoryAt('main', 'one');
    const { made, answer } = choices();
    made.set(repository, leaveOut);
    const tag = { kind: 'tag', keys: ['SHOP-9'] } as const;
    made.set(repository, tag);
    await answer({ branch: 'main', commit: 'zero' });
    await answer({ branch: 'main', commit: 'one' });
    assert.deepEqual(made.of(repository), tag);
  });
});
