import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { Git } from '../../../../src/git/run/git';
import { directGoalsFileParser } from '../../../../src/teamFiles/goalsFile/directGoalsFileParser';
import type { GoalsFileParser } from '../../../../src/teamFiles/goalsFile/goalsFileParser';
import { goalsFileTracker } from '../../../../src/teamFiles/goalsFile/goalsFileState';
import { planHistory } from '../../../../src/workspace/report/planHistory';
import { GitRepositoryFixture } from '../../../support/gitRepository';
import { importLandings, landingsOfMain } from '../../git/landing/landingFixture';

/** The bytes that the largest goals file may have. */
const most = 2 * 1024 * 1024;

/** A goals file whose goal is due on a day of December 2026. */
const due = (day: number): string =>
  `goals:\n  - { key: SHOP-7, title: Checkout, level: initiative, target: 2026-12-${String(day).padStart(2, '0')} }\n`;
/** The same with a comment, so that it has so many bytes. */
const dueIn = (day: number, bytes: number): string => due(day) + '#'.repeat(bytes - due(day).length);

/** Counts what is parsed. */
class CountingParser implements GoalsFileParser {
  readonly texts: string[] = [];

  constructor(private readonly fails = (text: string): boolean => text === '') {}

  parse(...[text, ...rest]: Parameters<GoalsFileParser['parse']>): ReturnType<GoalsFileParser['parse']> {
    this.texts.push(text);
    if (this.fails(text)) return Promise.reject(new RangeError('Maximum call stack size exceeded'));
    return directGoalsFileParser.parse(text.replace(/#+$/, ''), ...rest);
  }

  get bytes(): number {
    return this.texts.reduce((sum, { length }) => sum + length, 0);
  }
}

describe('the history of a plan', function () {
  this.timeout(60_000);
  let repository: GitRepositoryFixture;
  beforeEach(() => {
    repository = new GitRepositoryFixture();
  });
  afterEach(() => repository.remove());

  /** What is read of a history whose first version is older than the period: the dates that the goal was due on. */
  async function readOf(
    versions: readonly string[],
    parser = new CountingParser(),
  ): Promise<{ dates: (string | undefined)[]; isPlanCut: boolean }> {
    const commits = versions.map((text, at) => ({
      message: 'Plan',
      at: at === 0 ? -20 : (at * 27) / versions.length,
      contents: { '.goals/goals.yaml': text },
    }));
    const tip = importLandings(repository.root, commits).at(-1) ?? '';
    const folder = pathToFileURL(repository.root).href;
    const catalog = new GoalCatalog([
      { ...goalsFileTracker(folder), phase: 'ready', goals: [], badEntries: 0 },
    ]);
    const place = { git: new Git(() => 'git'), root: repository.root, catalog, folder, parser };
    const { planVersions, isPlanCut } = await planHistory(place, await landingsOfMain(repository.root, tip));
    return { dates: planVersions.map((each) => each.catalog.find('SHOP-7')?.targetDate), isPlanCut };
  }

  it('parses each text once, however often the plan went back to it', async () => {
    const parser = new CountingParser();
    const { dates, isPlanCut } = await readOf([due(1), due(2), due(1), due(2), due(3)], parser);
    assert.deepEqual(dates, ['2026-12-01', '2026-12-02', '2026-12-01', '2026-12-02', '2026-12-03']);
    assert.equal(isPlanCut, false);
    assert.equal(parser.texts.length, 3);
  });

  it('does not read a version that is larger than a goals file may be', async () => {
    const parser = new CountingParser();
    const { dates, isPlanCut } = await readOf([due(1), dueIn(2, most + 1), dueIn(3, most)], parser);
    assert.deepEqual(dates, ['2026-12-01', '2026-12-03']);
    assert.equal(isPlanCut, false);
    assert.deepEqual(
      parser.texts.map(({ length }) => length),
      [due(1).length, most],
    );
  });

  it('leaves out the oldest versions where all of them are too much together', async () => {
    const parser = new CountingParser();
    const versions = Array.from({ length: 20 }, (_, at) => dueIn(at + 1, most));
    const { dates, isPlanCut } = await readOf(versions, parser);
    assert.deepEqual(
      dates,
      Array.from({ length: 8 }, (_, at) => `2026-12-${at + 13}`),
    );
    assert.equal(isPlanCut, true);
    assert.equal(parser.bytes, 8 * most);
  });

  it('leaves out the oldest of more than 200 versions, and none of 200 and the one before', async () => {
    const versions = Array.from({ length: 201 }, (_, at) => due((at % 2) + 1));
    const whole = await readOf(versions);
    assert.deepEqual([whole.dates.length, whole.isPlanCut], [201, false]);
    const cut = await readOf([...versions, due(2)]);
    assert.deepEqual([cut.dates.length, cut.isPlanCut], [200, true]);
  });

  it('goes on with the version before where one cannot be parsed', async () => {
    const parser = new CountingParser((text) => text === due(2));
    const { dates, isPlanCut } = await readOf([due(1), due(2), 'goals: [', due(3)], parser);
    assert.deepEqual(dates, ['2026-12-01', '2026-12-03']);
    assert.equal(isPlanCut, false);
  });

  it('stops between two versions where it is told to', async () => {
    const stop = new AbortController();
    const parser = new CountingParser(() => {
      stop.abort();
      return true;
    });
    const tip = importLandings(repository.root, [
      { message: 'Plan', at: 1, contents: { '.goals/goals.yaml': due(1) } },
    ]).at(-1);
    const folder = pathToFileURL(repository.root).href;
    const catalog = new GoalCatalog([
      { ...goalsFileTracker(folder), phase: 'ready', goals: [], badEntries: 0 },
    ]);
    const place = { git: new Git(() => 'git'), root: repository.root, catalog, folder, parser };
    const landings = await landingsOfMain(repository.root, tip ?? '');
    await assert.rejects(planHistory(place, landings, stop.signal), { name: 'AbortError' });
  });
});
