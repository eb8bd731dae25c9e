import assert from 'node:assert/strict';
import { roleOf, type Landings } from '../../../../src/core/report/landings';
import { isLandingFault } from '../../../../src/git/landing/landingError';
import { GitRepositoryFixture } from '../../../support/gitRepository';
import { daySeconds, importLandings, landingsOfMain, start, type WrittenCommit } from './landingFixture';

describe('landings read from git', function () {
  this.timeout(60_000);
  const made: GitRepositoryFixture[] = [];
  const repository = (...options: string[]): GitRepositoryFixture => {
    const fixture = new GitRepositoryFixture(...options);
    made.push(fixture);
    return fixture;
  };
  afterEach(() => made.splice(0).forEach((each) => each.remove()));

  async function read(
    ...commits: WrittenCommit[]
  ): Promise<{ landings: Landings; shas: string[]; row: (number: number) => number }> {
    const { root } = repository();
    const shas = importLandings(root, commits);
    const landings = await landingsOfMain(root, shas.at(-1) ?? '');
    return { landings, shas, row: (number) => landings.shas.indexOf(shas[number - 1] ?? '') };
  }

  it('tells people apart by .mailmap and on the author’s own day', async () => {
    const fixture = repository();
    const commits: WrittenCommit[] = [
      { message: 'a', at: 3.9, author: 'ana' },
      { message: 'b', at: 3.9, author: 'ana.old' },
      { message: 'c', at: 3.9, author: 'ben', zone: '+0900' },
    ];
    const shas = importLandings(fixture.root, commits);
    fixture.write('.mailmap', '<ana@shop.example> <ana.old@shop.example>\n');
    const { people, days, crowd, shas: rows } = await landingsOfMain(fixture.root, shas.at(-1) ?? '');
    const at = (number: number): number[] => {
      const row = rows.indexOf(shas[number] ?? '');
      return [(days[row] ?? 0) - start / daySeconds, people[row] ?? -1];
    };
    assert.deepEqual(
      [at(0), at(1), at(2)],
      [
        [3, 0],
        [3, 0],
        [4, 0],
      ],
    );
    assert.deepEqual(crowd, { isSmall: true, hasSmallWeek: true });
  });

  it('knows a small crowd in all and in a week', async () => {
    const authors = ['ana', 'ben', 'chi'];
    const week = (at: number, of: readonly string[]): WrittenCommit[] =>
      of.map((author) => ({ message: 'x', at, author }));
    const crowdOf = async (...commits: WrittenCommit[]): Promise<unknown> =>
      (await read(...commits)).landings.crowd;
    assert.deepEqual(await crowdOf(...week(1, authors), ...week(8, authors)), {
      isSmall: false,
      hasSmallWeek: false,
    });
    assert.deepEqual(await crowdOf(...week(1, authors), ...week(8, ['ana'])), {
      isSmall: false,
      hasSmallWeek: true,
    });
    const bots = week(2, ['x[bot]', 'y[bot]']);
    assert.deepEqual(await crowdOf(...week(1, ['ana']), ...bots), { isSmall: true, hasSmallWeek: true });
  });

  it('leaves out merges, bots, and picks whose origin counts', async () => {
    const fixture = repository();
    const [origin = ''] = importLandings(fixture.root, [{ message: 'origin', at: -3 }]);
    const commits: WrittenCommit[] = [
      { message: 'origin', at: -3 },
      { message: 'a', at: 1 },
      { message: 'b', at: 1, author: 'dependabot[bot]' },
      { message: 'c', at: 2, author: 'renovate' },
      { message: 'm', at: 3, parents: [2, 4] },
      { message: `d\n\n(cherry picked from commit ${origin})\n`, at: 4 },
    ];
    const shas = importLandings(fixture.root, commits);
    const bots = ['Renovate@shop.example'];
    const first = await landingsOfMain(fixture.root, shas.at(-1) ?? '', { bots });
    const rolesOf = (landings: Landings, names: readonly string[]): unknown[] =>
      names.map((sha) =>
        landings.shas.includes(sha) ? roleOf(landings, landings.shas.indexOf(sha)) : 'before',
      );
    assert.deepEqual(rolesOf(first, shas), ['before', 'change', 'bot', 'bot', 'merge', 'change']);
    const picked = { message: `e\n\n(cherry picked from commit ${shas[1]})\n`, at: 5 };
    const more = importLandings(fixture.root, [...commits, picked]);
    assert.equal(rolesOf(await landingsOfMain(fixture.root, more.at(-1) ?? ''), more).at(-1), 'picked');
  });

  it('tells during reading which commits certainly have no goal, and of no others', async () => {
    const fixture = repository();
    const commits: WrittenCommit[] = [
      { message: 'before the period', at: -3 },
      { message: 'Work on SHOP-7', at: 1 },
      { message: 'plain', at: 2 },
      { message: 'by a bot', at: 3, author: 'dependabot[bot]' },
      { message: 'of a branch', at: 4, parents: [3] },
      { message: 'Merge it', at: 5, parents: [4, 5] },
    ];
    const shas = importLandings(fixture.root, commits);
    const more = importLandings(fixture.root, [
      ...commits,
      { message: `Undo\n\nThis reverts commit ${shas[1]}.\n`, at: 6 },
      { message: `Again\n\n(cherry picked from commit ${shas[2]})\n`, at: 7 },
      { message: 'Initiative: none', at: 8 },
      { message: 'after the period', at: 30 },
    ]);
    const early: string[] = [];
    const onUnlinked = (found: readonly string[]): void => void early.push(...found);
    await landingsOfMain(fixture.root, more.at(-1) ?? '', { onUnlinked });
    assert.deepEqual(early, [more[8], more[2]]);

    early.length = 0;
    await landingsOfMain(fixture.root, more.at(-1) ?? '', { onUnlinked, within: 'src' });
    assert.deepEqual(early, []);
  });

  it('reads what was reverted before the period, and notes', async () => {
    const fixture = repository();
    const before: WrittenCommit[] = [
      { message: 'Root', at: -9 },
      { message: 'Old\n\nInitiative: SHOP-7\n', at: -8 },
    ];
    const old = importLandings(fixture.root, before);
    const undo = { message: `Undo\n\nThis reverts commit ${old[1]}.\n`, at: 2 };
    const gone = { message: `Undo\n\nThis reverts commit ${'12'.repeat(20)}.\n`, at: 3 };
    const shas = importLandings(fixture.root, [...before, undo, gone]);
    fixture.git('notes', '--ref=goals', 'add', '-m', 'Initiative: SHOP-160', shas[3] ?? '');
    const { reverted, facts, shas: rows } = await landingsOfMain(fixture.root, shas.at(-1) ?? '');
    assert.deepEqual(
      [...reverted].map(([sha, { keys }]) => [sha, keys]),
      [[old[1], ['SHOP-7']]],
    );
    assert.deepEqual(facts[rows.indexOf(shas[3] ?? '')]?.keys, ['SHOP-160']);
  });

  it('stays in the period where single clocks are wrong', async () => {
    const { landings, row } = await read(
      { message: 'root', at: -40 },
      { message: 'from the future', at: 4000 },
      { message: 'a', at: 1 },
      { message: 'from the past', at: -5000 },
      { message: 'b', at: 3 },
      { message: 'later', at: 30 },
    );
    assert.equal(row(2), -1, 'it landed when the root did');
    assert.deepEqual(
      [3, 4, 5, 6].map((number) => landings.weeks[row(number)]),
      [0, 0, 0, 4],
    );
    assert.equal(landings.wrongClocks, 2);
  });

  it('begins with history itself, and finds nothing in an empty period', async () => {
    const young = await read({ message: 'root', at: 1 }, { message: 'a', at: 2 });
    assert.deepEqual([young.landings.count, young.landings.base], [2, undefined]);
    const old = await read({ message: 'root', at: -9 });
    assert.deepEqual([old.landings.count, old.landings.base, old.landings.last], [0, old.shas[0], undefined]);
  });

  it('cannot tell in a shallow clone that lacks commits of the period, and can where it has them', async () => {
    const fixture = repository();
    const commits = [-60, -50, -3, 1, 2, 3].map((at) => ({ message: `at ${at}`, at }));
    const tip = importLandings(fixture.root, commits).at(-1) ?? '';
    const clone = repository();
    const depth = async (commits: number): Promise<Landings> => {
      clone.git('fetch', '--quiet', `--depth=${commits}`, `file://${fixture.root}`, 'main');
      return landingsOfMain(clone.root, tip);
    };
    await assert.rejects(
      depth(2),
      (error) => isLandingFault(error, 'shallow') && error.message.includes('fetch-depth: 0'),
    );
    assert.deepEqual((await depth(4)).count, 3);
  });

  it('cannot tell where a merged branch is cut off', async () => {
    const fixture = repository();
    const side = Array.from({ length: 6 }, (_, at) => ({
      message: `side ${at}`,
      at: -30 + at,
      parents: at === 0 ? [1] : [at + 1],
    }));
    const main = [{ message: 'main', at: -3, parents: [1] }];
    const merge = { message: 'Merge', at: 1, parents: [8, 7] };
    const tip =
      importLandings(fixture.root, [{ message: 'root', at: -60 }, ...side, ...main, merge]).at(-1) ?? '';
    const clone = repository();
    clone.git('fetch', '--quiet', '--depth=3', `file://${fixture.root}`, 'main');
    await assert.rejects(landingsOfMain(clone.root, tip), (error) => isLandingFault(error, 'shallow'));
  });
});
