import assert from 'node:assert/strict';
import { until } from '../../../support/until';
import { Heartbeat } from '../../../../src/trackers/thread/heartbeat';

/** Lets a timer of a millisecond come that many times. */
async function turns(count: number): Promise<void> {
  let seen = 0;
  const timer = setInterval(() => (seen += 1), 1);
  await until('the turns', () => seen >= count);
  clearInterval(timer);
}

describe('Watching over a thread', () => {
  const silence = new Promise<void>(() => undefined);
  let pings = 0;
  let silences = 0;
  let finish = (): void => undefined;
  const watch = (answer: () => Promise<void>): Promise<void> => {
    const heartbeat = new Heartbeat(
      () => {
        pings += 1;
        return answer();
      },
      () => (silences += 1),
      1,
    );
    return heartbeat.during(new Promise<void>((resolve) => (finish = resolve)));
  };

  beforeEach(() => {
    pings = silences = 0;
  });

  it('is content with answers for as long as the work takes, and ends with it', async () => {
    const done = watch(() => Promise.resolve());
    await until('asked many times', () => pings > 20);
    assert.equal(silences, 0);
    finish();
    await done;
    const asked = pings;
    await turns(20);
    assert.equal(pings, asked);
  });

  it('gives a thread up that leaves three questions in a row without an answer, once', async () => {
    void watch(() => silence);
    await until('given up', () => silences > 0);
    await turns(20);
    assert.deepEqual([pings, silences], [3, 1]);
  });

  it('begins to count anew with each answer', async () => {
    const done = watch(() => (pings % 3 === 0 ? Promise.resolve() : silence));
    await until('asked many times', () => pings > 20);
    assert.equal(silences, 0);
    finish();
    await done;
  });
});
