import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../../src/cli/runCli';
import { GoalCatalog } from '../../../src/core/catalog/goalCatalog';
import { alignmentReport } from '../../../src/core/report/alignmentReport';
import { attribute } from '../../../src/core/report/attribution';
import { factsOf, type Fact } from '../../../src/core/report/facts';
import type { Landings } from '../../../src/core/report/landings';
import { ReportTargets } from '../../../src/core/report/reportTarget';
import { parsePathMap } from '../../../src/core/paths/pathMap';
import { factsParquet } from '../../../src/presentation/report/factsParquet';
import { factsText } from '../../../src/presentation/report/factsText';
import { anyCommits, landingsOf } from '../../unit/core/report/landingsFixture';
import { goal, tracker } from '../builders';

const catalog = new GoalCatalog([
  tracker([
    goal('SHOP-7', { title: 'Zahlungen für alle 🛒', priority: { rank: 1, label: 'P1' } }),
    goal('SHOP-142', { level: 'item', parentKey: 'SHOP-7' }),
    goal('SHOP-9', { title: 'Search, "quoted" \\ and =so on', priority: { rank: 3, label: 'P3' } }),
  ]),
]);
const keys = ['SHOP-7', 'SHOP-142', 'SHOP-9', 'SHOP-999'];
const pathMap = parsePathMap('/cart/ SHOP-9\n');

/** The facts of so many repositories, as each of them reports: some of too few people to tell person-days. */
function generatedFacts(count: number): Fact[][] {
  return fc.sample(anyCommits(keys), { numRuns: count, seed: 20261128 }).map((commits, at) => {
    const isSmall = at % 3 === 0;
    const landings = landingsOf(commits, { crowd: { isSmall, hasSmallWeek: isSmall } });
    const report = alignmentReport({
      repositories: [workOf(landings)],
      catalog,
      folder: undefined,
      period: landings.period,
      level: 'initiative',
      asOf: landings.period.end,
      staleDays: 14,
      plan: new Map(),
    });
    return factsOf(report, catalog, [`git.shop.example/team-${at % 7}/app-${at}`]);
  });
}

function workOf(landings: Landings) {
  const targets = new ReportTargets(catalog);
  const pathsOf = new Map(landings.shas.map((_, row) => [row, [row % 2 === 0 ? 'cart/a.ts' : 'lib/b.ts']]));
  return { name: 'app', landings, targets, pathsOf, pathMap, claims: attribute(landings, targets) };
}

/** A folder with `facts/*.ndjson` and `facts/*.parquet`, one of each for a repository. */
export class GeneratedOrganisation {
  readonly folder = mkdtempSync(join(tmpdir(), 'goal-lens organisation '));
  private readonly count: number;

  constructor(count: number) {
    this.count = count;
    mkdirSync(join(this.folder, 'facts'));
    for (const [at, facts] of generatedFacts(count).entries()) {
      writeFileSync(join(this.folder, 'facts', `${at}.ndjson`), factsText(facts));
      writeFileSync(join(this.folder, 'facts', `${at}.parquet`), factsParquet(facts));
    }
  }

  /** What `goal-lens merge` makes of all of them. */
  async merged(...options: string[]): Promise<Fact[]> {
    const files = Array.from({ length: this.count }, (_, at) => join('facts', `${at}.ndjson`));
    let said = '';
    const exitCode = await runCli(['merge', ...files, '-o', 'facts.ndjson', ...options], {
      platform: 'linux',
      home: this.folder,
      env: {},
      cwd: this.folder,
      version: '1.2.3',
      now: 0,
      print: (text) => (said += text),
      complain: (text) => (said += text),
    });
    if (exitCode !== 0) throw new Error(said);
    const text = readFileSync(join(this.folder, 'facts.ndjson'), 'utf8');
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Fact);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
