import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeTie } from '../../../../src/core/goal/codeLink';
import { TrackerError } from '../../../../src/core/tracker/trackerError';
import type { CodeQuestion } from '../../../../src/trackers/port/codeInquiry';
import { CodeAnswers } from '../../../../src/trackers/sync/codeAnswers';
import { CodeAnswersFile } from '../../../../src/trackers/sync/codeAnswersFile';
import { goal } from '../../../support/builders';
import { connection, never } from '../support/connect';
import { TestClock } from '../support/testClock';

const repository = 'github.com/acme/shop';
const branch = (name: string): CodeQuestion => ({ kind: 'branch', name });
const requestsOf = (...numbers: number[]): CodeQuestion => ({ kind: 'pullRequests', repository, numbers });
const tieOf = (name: string): CodeTie => ({ key: 'SHOP-7', link: { kind: 'branch', name } });

describe('CodeAnswers', () => {
  let folder: string;
  let clock: TestClock;
  let asked: string[];
  let answer: (question: CodeQuestion) => readonly CodeTie[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'goal-lens-code-'));
    clock = new TestClock();
    asked = [];
    answer = (question) => (question.kind === 'branch' ? [tieOf(question.name)] : []);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (entry: object = {}): CodeAnswersFile =>
    new CodeAnswersFile(
      join(folder, 'goals-1-2.jsonl'),
      connection({ kind: 'github', url: 'https://api.github.com', follow: ['acme/shop'], ...entry }),
    );
  const answers = (
    kinds: readonly CodeQuestion['kind'][] = ['pullRequests', 'branch', 'goal'],
  ): CodeAnswers =>
    new CodeAnswers({
      inquiry: () =>
        Promise.resolve({
          answers: kinds,
          ask: (question) => {
            asked.push(question.kind === 'pullRequests' ? question.numbers.join() : question.kind);
            return Promise.resolve().then(() => answer(question));
          },
        }),
      file: file(),
      clock,
    });
  const calls = (): string[] => asked.splice(0);

  it('asks once, tells what changed, and asks again when the answer is old', async () => {
    const one = answers();
    assert.equal(await one.ask([branch('retry'), branch('retry')], never), true);
    assert.deepEqual(one.ties, [tieOf('retry')]);
    assert.equal(await one.ask([branch('retry')], never), false);
    assert.deepEqual(calls(), ['branch']);
    clock.advance(31 * 60_000);
    const before = one.ties;
    assert.equal(await one.ask([branch('retry')], never), false);
    assert.deepEqual(calls(), ['branch']);
    assert.equal(one.ties, before);
    answer = () => [];
    clock.advance(31 * 60_000);
    assert.equal(await one.ask([branch('retry')], never), true);
    assert.deepEqual(one.ties, []);
  });

  it('asks about fifty pull requests at once, and only about those that have no answer', async () => {
    const numbers = Array.from({ length: 60 }, (_, at) => at + 1);
    answer = (question) => {
      const of = question.kind === 'pullRequests' ? question.numbers : [];
      return of.includes(7) ? [{ key: 'SHOP-1', link: { kind: 'pullRequest', number: 7, repository } }] : [];
    };
    const one = answers();
    await one.ask([requestsOf(...numbers, 3)], never);
    assert.deepEqual(
      calls().map((each) => each.split(',').length),
      [50, 10],
    );
    await one.ask([requestsOf(59, 61, 7)], never);
    assert.deepEqual(calls(), ['61']);
    assert.deepEqual(
      one.ties.map(({ key }) => key),
      ['SHOP-1'],
    );
  });

  it('asks only what the tracker has answers to', async () => {
    const one = answers(['goal']);
    await one.ask([branch('retry'), requestsOf(1), { kind: 'goal', goal: goal('SHOP-7') }], never);
    assert.deepEqual(calls(), ['goal']);
  });

  it('takes a refusal for an answer, and waits after any other fault', async () => {
    const one = answers();
    answer = () => {
      throw new TrackerError('forbidden');
    };
    await one.ask([branch('one')], never);
    await one.ask([branch('one'), branch('two')], never);
    assert.deepEqual(calls(), ['branch', 'branch']);
    answer = () => {
      throw new TrackerError('unreachable');
    };
    await one.ask([branch('three'), branch('four')], never);
    await one.ask([branch('three')], never);
    assert.deepEqual(calls(), ['branch']);
    answer = () => [tieOf('three')];
    clock.advance(6 * 60_000);
    assert.equal(await one.ask([branch('three')], never), true);
  });

  it('leaves out what no code can be', async () => {
    answer = () => [
      { key: 'SHOP-7', link: { kind: 'commit', sha: '4711' } },
      { key: 'SHOP-7', link: { kind: 'branch', name: 'main' } },
      tieOf('retry'),
    ];
    const one = answers();
    await one.ask([branch('retry')], never);
    assert.deepEqual(one.ties, [tieOf('retry')]);
  });

  it('is kept, and takes over what another window was told', async () => {
    const [one, other] = [answers(), answers()];
    await one.ask([branch('one')], never);
    await other.ask([branch('two')], never);
    assert.deepEqual(other.ties, [tieOf('one'), tieOf('two')]);
    const later = answers();
    await later.load();
    calls();
    assert.equal(await later.ask([branch('one'), branch('two')], never), false);
    assert.deepEqual([later.ties.length, calls()], [2, []]);
  });

  it('starts anew where the file is damaged, or of another form of the connection', async () => {
    const one = answers();
    await one.ask([branch('one')], never);
    assert.equal((await file().load()).size, 1);
    assert.equal((await file({ follow: ['acme/api'] }).load()).size, 0);
    writeFileSync(file().path, '{"version":1');
    await one.load();
    assert.deepEqual(one.ties, [tieOf('one')]);
    assert.equal((await file().load()).size, 0);
  });

  it('starts anew where the file holds anything but answers', async () => {
    const one = answers();
    await one.ask([branch('one')], never);
    const whole = readFileSync(file().path, 'utf8');
    for (const [from, to] of [
      ['"ties":[', '"ties":[null,'],
      ['"key":"SHOP-7"', '"key":7'],
      ['"kind":"branch"', '"kind":"tag"'],
      ['"at":', '"at":"now","was":'],
    ] as const) {
      assert.ok(whole.includes(from), from);
      writeFileSync(file().path, whole.replace(from, to));
      assert.equal((await file().load()).size, 0, to);
    }
    writeFileSync(file().path, whole);
    assert.equal((await file().load()).size, 1);
  });

  it('tells the same list while answers say the same, in whatever order they come', async () => {
    const one = answers();
    await one.ask([branch('one'), branch('two')], never);
    const told = one.ties;
    clock.advance(31 * 60_000);
    assert.equal(await one.ask([branch('two'), branch('one'), requestsOf(1, 2)], never), false);
    assert.equal(one.ties, told);
    answer = () => [];
    clock.advance(31 * 60_000);
    assert.equal(await one.ask([branch('one')], never), true);
    assert.deepEqual(one.ties, [tieOf('two')]);
  });
});
