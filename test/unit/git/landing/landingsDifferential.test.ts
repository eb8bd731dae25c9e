import assert from 'node:assert/strict';
import fc from 'fast-check';
import { attribute, rowsWithoutGoal, strictly } from '../../../../src/core/report/attribution';
import { dayUnits } from '../../../../src/core/report/dayUnits';
import { changeParts, effortParts, personDays, sumOf } from '../../../../src/core/report/effort';
import { changeRows } from '../../../../src/core/report/landings';
import { ReportTargets } from '../../../../src/core/report/reportTarget';
import { catalogOf, shopGoals } from '../../../support/builders';
import { GitRepositoryFixture } from '../../../support/gitRepository';
import { anyHistory, daySeconds, importLandings, landingsOfMain, start } from './landingFixture';

describe('landings beside git itself', function () {
  this.timeout(60_000);
  const made: GitRepositoryFixture[] = [];
  afterEach(() => made.splice(0).forEach((each) => each.remove()));

  it('counts what git alone counts, on any history', async () => {
    const goals = catalogOf(...shopGoals());
    await fc.assert(
      fc.asyncProperty(
        anyHistory,
        fc.constantFrom('sha1', 'sha256'),
        fc.boolean(),
        async (commits, format, hasGraph) => {
          const fixture = new GitRepositoryFixture(`--object-format=${format}`);
          made.push(fixture);
          const shas = importLandings(fixture.root, commits);
          if (hasGraph) fixture.git('commit-graph', 'write', '--reachable');
          const early: string[] = [];
          const landings = await landingsOfMain(fixture.root, shas.at(-1) ?? '', {
            onUnlinked: (found) => early.push(...found),
          });
          const lines = (...args: string[]): string[] =>
            fixture
              .git(...args)
              .split('\n')
              .filter(Boolean);

          // Dates rise along this line, so git's own dates say where the period begins and ends.
          const line = lines('log', '--first-parent', '--format=%H %ct', 'main').map((each) =>
            each.split(' '),
          );
          const landedBefore = (moment: number): string | undefined =>
            line.find(([, time]) => Number(time) < moment)?.[0];
          const [base, last] = [landedBefore(start), landedBefore(start + 28 * daySeconds)];
          assert.deepEqual([landings.base, landings.last], [base, last === base ? undefined : last]);
          const range = `${base}..${last}`;

          const changes = [...changeRows(landings)];
          const shasOf = (rows: readonly number[]): string[] =>
            rows.map((row) => landings.shas[row] ?? '').sort();
          assert.deepEqual(shasOf(changes), lines('rev-list', '--no-merges', range).sort());

          const claims = attribute(landings, new ReportTargets(goals));
          const unlinked = shasOf(rowsWithoutGoal(landings, claims));
          assert.deepEqual(
            early.filter((sha) => !unlinked.includes(sha)),
            [],
          );
          // Those on the line itself are told during reading, except where only a revert could have linked them.
          const onLine = new Set(line.map(([sha]) => sha));
          const isTold = (sha: string): boolean =>
            onLine.has(sha) && landings.facts[landings.shas.indexOf(sha)]?.reverts.length === 0;
          assert.deepEqual(early.sort(), unlinked.filter(isTold));

          const days = new Set(lines('log', '--no-merges', '--date=format:%F', '--format=%aE %ad', range));
          assert.equal(sumOf(effortParts(personDays(landings), claims)), days.size * dayUnits);

          const unnamed = changeParts(
            landings,
            new Map([...claims].map(([row, each]) => [row, strictly(each)])),
          ).filter(({ target }) => target.kind === 'none');
          const grep = ['--no-merges', '--invert-grep', '-E', '--grep=SHOP-[0-9]+'];
          assert.deepEqual(shasOf(unnamed.map(({ row }) => row)), lines('rev-list', ...grep, range).sort());

          const reverts = changes.filter((row) => (landings.facts[row]?.reverts.length ?? 0) > 0);
          const undone = ['--no-merges', '--grep=^This reverts commit', '--format=%H'];
          // The name in these messages is as long as SHA-1's.
          assert.deepEqual(shasOf(reverts), lines('log', ...undone, range).sort());

          for (const merge of lines('rev-list', '--first-parent', '--merges', range)) {
            const landing = landings.shas.indexOf(merge);
            const brought = changes.filter((row) => landings.broughtBy[row] === landing);
            const written = lines('log', '--no-merges', '--format=%at', `${merge}^1..${merge}`).map(Number);
            assert.deepEqual(brought.map((row) => landings.written[row] ?? 0).sort(), written.sort());
            const time = Number(fixture.git('log', '-1', '--format=%ct', merge));
            assert.ok(brought.every((row) => landings.landed[row] === time));
          }
          made.pop()?.remove();
        },
      ),
      { numRuns: 12 },
    );
  });
});
