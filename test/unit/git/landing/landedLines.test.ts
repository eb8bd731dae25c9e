import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reworkDays, type LandedLines } from '../../../../src/core/report/lineReplay';
import type { ReportPeriod } from '../../../../src/core/report/reportPeriod';
import { mostMeasured } from '../../../../src/core/report/rework';
import { landedLines, type LinesRequest } from '../../../../src/git/landing/landedLines';
import { Git } from '../../../../src/git/run/git';
import { GitRepositoryFixture } from '../../../support/gitRepository';
import { GitWorld } from '../run/gitWorld';
import { anyHistory, daySeconds, importLandings, landingsOfMain, type WrittenCommit } from './landingFixture';

describe('landedLines', function () {
  this.timeout(120_000);
  const git = new Git(() => 'git');
  const made: GitRepositoryFixture[] = [];
  const repository = (...options: string[]): GitRepositoryFixture => {
    const fixture = new GitRepositoryFixture(...options);
    made.push(fixture);
    return fixture;
  };
  afterEach(() => made.splice(0).forEach((each) => each.remove()));

  /** The lines of each landing, the oldest first, as `lines/rewritten`. */
  async function linesOf(
    root: string,
    tip: string,
    more: Partial<LinesRequest> = {},
    from = '2026-10-20',
  ): Promise<string[] | undefined> {
    const landings = await landingsOfMain(root, tip, { period: periodFrom(from) });
    const found = await landedLines(git, root, { tip, landings, ...more });
    return (
      found && [...found].sort(([a], [b]) => b - a).map(([, { lines, rewritten }]) => `${lines}/${rewritten}`)
    );
  }
  const read = async (
    commits: readonly WrittenCommit[],
    more?: Partial<LinesRequest>,
  ): Promise<string[] | undefined> => {
    const { root } = repository();
    return linesOf(root, importLandings(root, commits).at(-1) ?? '', more);
  };
  const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

  it('counts a line as rewritten that another landing takes out within three weeks', async () => {
    assert.deepEqual(
      await read([
        { message: 'Old', at: -40, contents: { 'a.txt': text('old', 'x', 'y') } },
        { message: 'New', at: 1, contents: { 'a.txt': text('old', 'one', 'two', 'three', 'y') } },
        { message: 'Soon', at: 22, contents: { 'a.txt': text('old', 'one', '2', 'three', 'y') } },
        { message: 'Late', at: 22.5, contents: { 'a.txt': text('1', 'three', 'y') } },
      ]),
      // "one" stood for longer than three weeks, "2" for half a day, and nobody knows how long "old" did.
      ['3/1', '1/1', '1/0'],
    );
  });

  it('takes a file that moves as a whole along, and starts anew where one is replaced', async () => {
    const { root, git: run, write, commit } = fixtureOf(repository());
    commit('a.txt', text('1', '2', '3'), 'Begin');
    run('mv', 'a.txt', 'ä folder and "more".txt');
    run('commit', '--quiet', '--message=Move');
    commit('ä folder and "more".txt', text('1', '3'), 'Take one out');
    write('b.bin', 'x\0\n');
    run('add', 'b.bin');
    run('commit', '--quiet', '--message=Binary');
    commit('b.bin', text('now', 'a', 'text'), 'Text');
    commit('b.bin', text('now', 'text'), 'Shorter');
    run('rm', '--quiet', 'b.bin');
    run('commit', '--quiet', '--message=Gone');
    const tip = run('rev-parse', 'HEAD').trim();
    assert.deepEqual(await linesOf(root, tip), ['3/1', '0/0', '0/0', '0/0', '0/0', '0/0', '0/0']);
  });

  it('takes no line for a header, whatever it says', async () => {
    const odd = ['-- a/x', '++ b/x', '@@ -1 +1 @@', 'diff --git a/x b/x', '\x01abc', '', '\\ No newline'];
    assert.deepEqual(
      await read([
        { message: 'Odd', at: 1, contents: { 'a.txt': text(...odd).trimEnd() } },
        { message: 'Gone', at: 2, contents: { 'a.txt': text('++ b/x', 'other') } },
      ]),
      [`${odd.length}/${odd.length - 1}`, '1/0'],
    );
  });

  it('leaves lock files out, and what is not below the path that is asked for', async () => {
    const commits: WrittenCommit[] = [
      {
        message: 'One',
        at: 1,
        contents: { 'src/a.txt': text('1', '2'), 'package-lock.json': text('{', '}') },
      },
      { message: 'Two', at: 2, contents: { 'b.txt': text('1'), 'src/a.txt': text('1') } },
      { message: 'Three', at: 3, contents: { 'b.txt': text('2'), 'package-lock.json': text('[]') } },
    ];
    assert.deepEqual(await read(commits), ['2/1', '1/1', '1/0']);
    assert.deepEqual(await read(commits, { within: 'src' }), ['2/1', '0/0']);
  });

  it('leaves out what the attributes call generated, also where it is gone since', async () => {
    const { root, git: run, write, commit } = fixtureOf(repository());
    write('.gitattributes', 'dist/** linguist-generated\n');
    commit('dist/ä "b".js', text('1', '2', '3'), 'Built');
    commit('src/a.ts', text('1', '2'), 'Written');
    commit('dist/ä "b".js', text('1'), 'Built again');
    run('rm', '--quiet', 'dist/ä "b".js');
    run('commit', '--quiet', '--message=Not built');
    const tip = run('rev-parse', 'HEAD').trim();
    assert.deepEqual(await linesOf(root, tip), ['0/0', '2/0', '0/0', '0/0']);
  });

  it('measures nothing of more landings than git reads soon, nor where their contents are not here', async () => {
    const many = Array.from({ length: mostMeasured + 1 }, (_, at): WrittenCommit => ({
      message: 'x',
      at: at / 100,
    }));
    assert.equal(await read(many), undefined);
    assert.equal((await read(many.slice(1)))?.length, mostMeasured);
    const world = new GitWorld();
    try {
      const clone = world.partialCloneOf(world.make(), 'blob:none', true);
      assert.equal(
        await linesOf(clone, world.git(clone, ['rev-parse', 'HEAD']).trim(), {}, '2026-01-01'),
        undefined,
      );
    } finally {
      world.remove();
    }
  });

  it('ends where it is stopped', async () => {
    const { root } = repository();
    const [tip = ''] = importLandings(root, [{ message: 'One', at: 1, contents: { 'a.txt': '1\n' } }]);
    const landings = await landingsOfMain(root, tip);
    const stopped = landedLines(git, root, { tip, landings }, AbortSignal.abort(new Error('stopped')));
    await assert.rejects(stopped, /stopped/);
  });

  it('knows whose lines are taken out as git blame does', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, fc.integer(), async (history, seed) => {
        const fixture = repository();
        const tip = importLandings(fixture.root, withContents(history, seed)).at(-1) ?? '';
        const landings = await landingsOfMain(fixture.root, tip);
        const found = await landedLines(git, fixture.root, { tip, landings });
        const rows = [...landings.broughtBy.entries()].filter(([row, by]) => row === by).map(([row]) => row);
        const expected = byBlame(fixture, rows.reverse(), landings);
        assert.deepEqual(
          [...(found ?? [])].map(([row, { lines, rewritten }]) => ({ row, lines, rewritten })),
          expected,
        );
      }),
      { numRuns: 12 },
    );
  });
});

/** Long enough for all commits of a test. */
function periodFrom(from: string): ReportPeriod {
  const [to, timeZone] = ['2027-06-01', 'UTC'];
  const [start, end] = [from, to].map((day) => Date.parse(`${day}T00:00:00Z`) / 1000) as [number, number];
  return { from, to, timeZone, start, end, weeks: [{ name: '2026-W43', from, to, start }] };
}

/** Gives each commit files whose lines are like no others, so that it is plain which were taken out. */
function withContents(history: readonly WrittenCommit[], seed: number): WrittenCommit[] {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
    return (state >>> 16) % below;
  };
  const trees: Record<string, string[]>[] = [];
  return history.map((commit, index) => {
    const [first = index, second] = commit.parents ?? [];
    const tree = structuredClone(trees[first - 1] ?? { 'a.txt': [], 'b.txt': [] });
    for (const [path, lines] of Object.entries(tree)) {
      const others = trees[(second ?? 0) - 1]?.[path] ?? [];
      lines.push(...others.filter((line) => !lines.includes(line)));
      for (let edit = random(4); edit > 0; edit -= 1) {
        const added = Array.from({ length: random(4) }, (_, at) => `${index} ${edit} ${at}`);
        lines.splice(random(lines.length + 1), random(3), ...added);
      }
    }
    trees.push(tree);
    const contents = Object.entries(tree).map(([path, lines]) => [
      path,
      lines.map((line) => `${line}\n`).join(''),
    ]);
    return { ...commit, contents: Object.fromEntries(contents) as Record<string, string> };
  });
}

/** The same, told by what stands in the files before and after, and by whose lines git says those are. */
function byBlame(
  fixture: GitRepositoryFixture,
  rows: readonly number[],
  { shas, landed }: { readonly shas: readonly string[]; readonly landed: Float64Array },
): (LandedLines & { readonly row: number })[] {
  const counts = new Map(rows.map((row) => [shas[row] ?? '', { row, lines: 0, rewritten: 0 }]));
  for (const [sha, count] of counts) {
    for (const path of ['a.txt', 'b.txt']) {
      const [before, after] = [linesAt(fixture, `${sha}^1`, path), linesAt(fixture, sha, path)];
      count.lines += after.filter((line) => !before.includes(line)).length;
      const authors = blamed(fixture, `${sha}^1`, path);
      for (const [at, line] of before.entries()) {
        const origin = after.includes(line) ? undefined : counts.get(authors[at] ?? '');
        if (!origin) continue;
        const seconds = (landed[count.row] ?? 0) - (landed[origin.row] ?? 0);
        if (seconds <= reworkDays * daySeconds) origin.rewritten += 1;
      }
    }
  }
  return [...counts.values()];
}

/** The lines of a file, which is not empty in itself; none where there is no such file. */
function linesAt(fixture: GitRepositoryFixture, revision: string, path: string): string[] {
  return said(fixture, 'show', `${revision}:${path}`);
}

/** The landing that brought each line in. */
function blamed(fixture: GitRepositoryFixture, revision: string, path: string): string[] {
  const lines = said(fixture, 'blame', '--first-parent', '-l', '-s', '--root', revision, '--', path);
  return lines.map((line) => /^[0-9a-f]+/.exec(line)?.[0] ?? '');
}

/** The lines that git prints; none where there is nothing to tell. */
function said(fixture: GitRepositoryFixture, ...args: string[]): string[] {
  try {
    return fixture
      .git(...args)
      .split('\n')
      .filter(Boolean);
  } catch {
    return [];
  }
}

/** The parts of a repository that a test works with. */
function fixtureOf(
  fixture: GitRepositoryFixture,
): Pick<GitRepositoryFixture, 'root' | 'git' | 'write' | 'commit'> {
  return {
    root: fixture.root,
    git: (...args) => fixture.git(...args),
    write: (path, content) => fixture.write(path, content),
    commit: (path, content, message) => fixture.commit(path, content, message),
  };
}
