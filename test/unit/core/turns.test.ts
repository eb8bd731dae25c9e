import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Turns } from '../../../src/core/turns';

/** Work that lasts until it is ended. */
class Work {
  end!: () => void;
  fail!: (error: Error) => void;
  isStarted = false;
  private readonly ended = new Promise<void>((resolve, reject) => {
    this.end = resolve;
    this.fail = reject;
  });
  readonly run = (): Promise<void> => {
    this.isStarted = true;
    return this.ended;
  };
}

describe('Turns', () => {
  it('starts the next work when the one before has ended, and settles as the work does', async () => {
    const turns = new Turns();
    const [first, second] = [new Work(), new Work()];
    const firstDone = turns.run(first.run);
    const secondDone = turns.run(second.run);
    const third = turns.run(() => 'three');
    await settle();
    assert.deepEqual([first.isStarted, second.isStarted], [true, false]);
    first.end();
    await firstDone;
    await settle();
    assert.ok(second.isStarted);
    second.fail(new Error('broken'));
    await assert.rejects(secondDone, /broken/);
    assert.equal(await third, 'three');
  });

  it('lets the last of those that wait win', async () => {
    const turns = new Turns();
    const first = new Work();
    const ran: string[] = [];
    const asked = [turns.latest(first.run)];
    await settle();
    for (const name of ['a', 'b', 'c']) {
      asked.push(
        turns.latest(() => {
          ran.push(name);
          return Promise.resolve();
        }),
      );
    }
    first.end();
    await Promise.all(asked);
    assert.deepEqual(ran, ['c']);
  });

  it('tells all whose work the last one replaced of its fault, and goes on after it', async () => {
    const turns = new Turns();
    const first = new Work();
    const running = turns.run(first.run);
    const replaced = turns.latest(() => Promise.resolve());
    const last = turns.latest(() => Promise.reject(new Error('full')));
    first.end();
    await running;
    await assert.rejects(replaced, /full/);
    await assert.rejects(last, /full/);
    assert.equal(await turns.run(() => 1), 1);
  });

  it('says when all has ended, be it with a fault', async () => {
    const turns = new Turns();
    const work = new Work();
    const failed = assert.rejects(turns.run(work.run));
    let hasEnded = false;
    const ended = turns.ended().then(() => (hasEnded = true));
    await settle();
    assert.equal(hasEnded, false);
    work.fail(new Error('broken'));
    await Promise.all([failed, ended]);
  });

  it('never runs two at once, keeps the order, and always runs what came last', async () => {
    const calls = fc.array(fc.record({ isLatest: fc.boolean(), fails: fc.boolean(), pause: fc.nat(3) }));
    await fc.assert(
      fc.asyncProperty(calls, async (asked) => {
        const turns = new Turns();
        const ran: number[] = [];
        let running = 0;
        const settled = asked.map(({ isLatest, fails, pause }, index) => {
          const work = async (): Promise<void> => {
            running += 1;
            assert.equal(running, 1);
            ran.push(index);
            for (let left = pause; left > 0; left -= 1) await Promise.resolve();
            running -= 1;
            if (fails) throw new Error('broken');
          };
          return (isLatest ? turns.latest(work) : turns.run(work)).catch(() => undefined);
        });
        await Promise.all(settled);
        const kept = asked.flatMap(({ isLatest }, index) => {
          const next = asked[index + 1];
          return isLatest && next?.isLatest ? [] : [index];
        });
        assert.deepEqual(ran, kept);
      }),
    );
  });
});

/** Lets everything run that waits for nothing but its turn. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
