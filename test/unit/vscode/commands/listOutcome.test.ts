import assert from 'node:assert/strict';
import { ListOutcome } from '../../../../src/vscode/commands/listOutcome';

describe('how a list ends', () => {
  it('with what was taken, though the list goes right after', async () => {
    const outcome = new ListOutcome<string>();
    outcome.take('a');
    outcome.leave();
    assert.equal(await outcome.promise, 'a');
  });

  it('with nothing where it was left', async () => {
    const outcome = new ListOutcome<string>();
    outcome.leave();
    assert.equal(await outcome.promise, undefined);
  });

  it('with the fault of what was begun from it, also after the list is gone', async () => {
    const outcome = new ListOutcome<string>();
    let fail: (error: Error) => void = () => undefined;
    outcome.begin(
      new Promise((_, reject) => {
        fail = reject;
      }),
    );
    outcome.leave();
    await Promise.resolve();
    fail(new Error('git is busy'));
    await assert.rejects(outcome.promise, /git is busy/);
  });

  it('only once all that was begun is done', async () => {
    const outcome = new ListOutcome<string>();
    let isDone = false;
    outcome.begin(
      new Promise((resolve) =>
        setImmediate(() => {
          isDone = true;
          resolve();
        }),
      ),
    );
    outcome.leave();
    await outcome.promise;
    assert.equal(isDone, true);
  });
});
