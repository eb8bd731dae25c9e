import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeTie } from '../../../../src/core/goal/codeLink';
import { TrackerError } from '../../../../src/core/tracker/trackerError';
import type { CodeInquiry, CodeQuestion } from '../../../../src/trackers/port/codeInquiry';
import { CodeAnswers } from '../../../../src/trackers/sync/codeAnswers';
import { CodeAnswersFile } from '../../../../src/trackers/sync/codeAnswersFile';
import { goal } from '../../../support/builders';
import { connection, never } from '../support/connect';
import { TestClock } from '../support/testClock';

const branch = (name: string): CodeQuestion => ({ kind: 'branch', name });
const requests = (...numbers: number[]): CodeQuestion => ({
  kind: 'pullRequests',
  repository: 'github.com/acme/shop',
  numbers,
});
const tieOf = (name: string): CodeTie => ({ key: 'SHOP-7', link: { kind: 'branch', name } });

describe('CodeAnswers, where not all goes well', () => {
  let folder: string;
  let clock: TestClock;
  let asked: string[];
  let lines: string[];
  let bugs: unknown[];
  let answer: (question: CodeQuestion) => readonly CodeTie[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'goal-lens-code-faults-'));
    clock = new TestClock();
    [asked, lines, bugs] = [[], [], []];
    answer = (question) => (question.kind === 'branch' ? [tieOf(question.name)] : []);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const fileAt = (path: string): CodeAnswersFile =>
    new CodeAnswersFile(path, connection({ kind: 'linear', url: 'https://api.linear.app' }));
  const inquiry: CodeInquiry = {
    answers: ['pullRequests', 'branch', 'goal'],
    ask: (question) => {
      asked.push(question.kind === 'branch' ? question.name : question.kind);
      return Promise.resolve().then(() => answer(question));
    },
  };
  const answers = (file = fileAt(join(folder, 'goals.jsonl')), of: CodeInquiry | undefined = inquiry) =>
    new CodeAnswers({
      inquiry: () => Promise.resolve(of),
      file,
      clock,
      log: (line) => lines.push(line),
      onBug: (error) => bugs.push(error),
    });
  const calls = (): string[] => asked.splice(0);

  it('tell nothing before they are asked, and nothing of a tracker that answers nothing', async () => {
    const one = new CodeAnswers({
      inquiry: () => Promise.resolve(undefined),
      file: fileAt(join(folder, 'goals.jsonl')),
      clock,
    });
    assert.deepEqual(one.ties, []);
    assert.equal(await one.ask([branch('one')], never), false);
    assert.deepEqual([one.ties, existsSync(join(folder, 'goals.code.jsonl'))], [[], false]);
  });

  it('ask eight times at once, and the rest on the next occasion', async () => {
    const one = answers();
    const all = Array.from({ length: 10 }, (_, at) => branch(`b${at}`));
    await one.ask(all, never);
    assert.equal(calls().length, 8);
    await one.ask(all, never);
    assert.deepEqual(calls(), ['b8', 'b9']);
  });

  it('are written only where something was answered', async () => {
    const file = fileAt(join(folder, 'goals.jsonl'));
    const one = answers(file);
    await one.ask([branch('one')], never);
    await file.remove();
    await one.ask([branch('one')], never);
    assert.equal(existsSync(file.path), false);
  });

  it('tell a fault of ours as a bug, and one of the tracker in the log', async () => {
    const one = answers();
    const bug = new RangeError('upside down');
    answer = () => {
      throw bug;
    };
    await one.ask([branch('one')], never);
    assert.deepEqual([bugs, lines], [[bug], []]);
    clock.advance(6 * 60_000);
    answer = () => {
      throw new TrackerError('notJson', { host: 'a.example' });
    };
    await one.ask([branch('one'), branch('two')], never);
    assert.deepEqual(bugs, [bug]);
    assert.deepEqual(lines[0], 'It does not tell of code: notJson · a.example');
    // What is no answer of an interface today is none in a minute.
    calls();
    await one.ask([branch('one'), branch('two')], never);
    assert.deepEqual(calls(), []);
  });

  it('do not take a stop for an answer, or for a reason to wait', async () => {
    const one = answers();
    const stop = new AbortController();
    answer = () => {
      stop.abort();
      throw new TrackerError('stopped');
    };
    assert.equal(await one.ask([branch('one'), branch('two')], stop.signal), false);
    assert.deepEqual([calls(), lines], [['one'], []]);
    answer = () => [tieOf('one')];
    assert.equal(await one.ask([branch('one')], never), true);
  });

  it('go on where they cannot be kept, and say so', async () => {
    writeFileSync(join(folder, 'taken'), '');
    const one = answers(fileAt(join(folder, 'taken', 'goals.jsonl')));
    assert.equal(await one.ask([branch('one')], never), true);
    assert.match(lines.join('\n'), /^What it tells of code is not kept: E\w+: /);
  });

  it('hold 500 ties each, and of pull requests only their own', async () => {
    const one = answers();
    answer = () => Array.from({ length: 600 }, (_, at) => tieOf(`b${at}`));
    await one.ask([branch('many')], never);
    assert.equal(one.ties.length, 500);
    const other = answers(fileAt(join(folder, 'other.jsonl')));
    const own: CodeTie = { key: 'SHOP-7', link: { kind: 'pullRequest', number: 4 } };
    answer = () => [own, tieOf('retry'), { key: 'SHOP-8', link: { kind: 'pullRequest', number: 9 } }];
    await other.ask([requests(4)], never);
    assert.deepEqual(other.ties, [own]);
  });

  it('keep the later of two answers, and none of a time that has not come', async () => {
    const file = fileAt(join(folder, 'goals.jsonl'));
    const now = clock.now();
    const key = 'branch one';
    await file.save(new Map([[key, { at: now - 5_000, ties: [tieOf('older')] }]]));
    const one = answers(file);
    await one.load();
    assert.deepEqual(one.ties, [tieOf('older')]);
    await file.save(new Map([[key, { at: now - 1_000, ties: [tieOf('later')] }]]));
    await one.load();
    assert.deepEqual(one.ties, [tieOf('later')]);
    await file.save(
      new Map([
        [key, { at: now - 9_000, ties: [tieOf('oldest')] }],
        ['branch two', { at: now + 9_000, ties: [tieOf('future')] }],
      ]),
    );
    await one.load();
    assert.deepEqual(one.ties, [tieOf('later')]);
  });

  it('are those of one goal each', async () => {
    const one = answers();
    const of = (key: string): CodeQuestion => ({ kind: 'goal', goal: goal(key) });
    answer = (question) => (question.kind === 'goal' ? [tieOf(question.goal.key)] : []);
    await one.ask([of('SHOP-1'), of('SHOP-2'), of('SHOP-1'), branch('SHOP-1')], never);
    assert.deepEqual(calls(), ['goal', 'goal', 'SHOP-1']);
    assert.deepEqual(one.ties, [tieOf('SHOP-1'), tieOf('SHOP-2')]);
  });

  it('stand beside the goals, under a name of their own, until they are removed', async () => {
    const at = mkdtempSync(join(folder, 'of.jsonl'));
    const file = fileAt(join(at, 'goals.jsonl'));
    assert.equal(file.path, join(at, 'goals.code.jsonl'));
    await file.save(new Map([['branch one', { at: clock.now(), ties: [] }]]));
    await file.remove();
    assert.equal(existsSync(file.path), false);
    await file.remove();
  });
});
