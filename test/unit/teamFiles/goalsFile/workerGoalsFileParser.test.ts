import assert from 'node:assert/strict';
import { GoalLensError } from '../../../../src/core/errors';
import { directGoalsFileParser } from '../../../../src/teamFiles/goalsFile/directGoalsFileParser';
import { maxGoalsFileLength } from '../../../../src/teamFiles/goalsFile/parseGoalsFile';
import { WorkerGoalsFileParser } from '../../../../src/teamFiles/goalsFile/workerGoalsFileParser';
import { useBuilt } from '../../../support/useBuilt';

const small = 'goals:\n- { key: A, title: T, level: item }\n- { key: B, title: T, level: task }\n';
/** The library needs some seconds and some hundred megabytes for it. */
const heavy = `goals:\n${'-\n'.repeat(maxGoalsFileLength / 2 - 10)}`;

describe('a goals file read in a thread of its own', function () {
  this.timeout(60_000);

  const path = useBuilt('src/teamFiles/goalsFile/goalsFileWorker.ts');
  const never = new AbortController().signal;

  it('gives what it gives right here', async () => {
    const parser = new WorkerGoalsFileParser({ path: path() });
    for (const text of [small, '', '- x', 'goals: [', `\uFEFF${small}`]) {
      const result = await parser.parse(text, 'file:x', never);
      assert.deepEqual(result, await directGoalsFileParser.parse(text, 'file:x', never));
    }
    assert.equal((await parser.parse(small, 'file:x', never)).goals[0]?.trackerId, 'file:x');
  });

  it('has its problems told in the language of the editor', async () => {
    const english =
      'This is not a goals file. Write "goals:" on a line of its own and the list of goals below it.';
    const parser = new WorkerGoalsFileParser({
      path: path(),
      messages: { [english]: 'Das sind keine Ziele.' },
    });
    const { problems } = await parser.parse('goals', 'file', never);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['Das sind keine Ziele.'],
    );
  });

  it('leaves its caller free meanwhile', async () => {
    const reading = new WorkerGoalsFileParser({ path: path() }).parse(heavy, 'file', never);
    let turns = 0;
    let isDone = false;
    const turn = (): void => {
      turns += 1;
      if (!isDone) setTimeout(turn, 1);
    };
    turn();
    const { badEntries } = await reading;
    isDone = true;
    assert.equal(badEntries, maxGoalsFileLength / 2 - 10);
    assert.ok(turns > 20, `${turns} turns`);
  });

  for (const [limit, options, message] of [
    [
      'time',
      { deadlineMs: 1 },
      'The goals file takes longer than 1 s to read: split it, or write it more simply.',
    ],
    [
      'memory',
      { memoryMb: 24 },
      'The goals file needs too much memory to be read: split it, or write it more simply.',
    ],
  ] as const) {
    it(`is given up where it takes too much ${limit}, and the next one is read`, async () => {
      const parser = new WorkerGoalsFileParser({ path: path(), ...options });
      const reading = parser.parse(heavy, 'file', never);
      const next = new WorkerGoalsFileParser({ path: path() }).parse(small, 'file', never);
      await assert.rejects(reading, (error) => {
        assert.ok(error instanceof GoalLensError);
        assert.equal(error.message, message);
        return true;
      });
      assert.equal((await next).goals.length, 1);
      if (limit === 'memory') assert.equal((await parser.parse(small, 'file', never)).goals.length, 1);
    });
  }

  it('ends when there is newer content, which does not wait for it', async () => {
    const parser = new WorkerGoalsFileParser({ path: path() });
    const stop = new AbortController();
    const reading = parser.parse(heavy, 'file', stop.signal);
    const waiting = parser.parse(heavy, 'file', stop.signal);
    const newer = parser.parse(small, 'file', never);
    setTimeout(() => stop.abort(new Error('newer')), 50);
    await assert.rejects(reading, /^Error: newer$/);
    await assert.rejects(waiting, /^Error: newer$/);
    assert.equal((await newer).goals.length, 1);
  });

  it('is told as a fault where the thread cannot be started', async () => {
    const parser = new WorkerGoalsFileParser({ path: `${path()}.nothing` });
    await assert.rejects(parser.parse(small, 'file', never), /\.nothing/);
  });
});
