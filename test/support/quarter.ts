import { GoalCatalog } from '../../src/core/catalog/goalCatalog';
import type { Goal, Rank } from '../../src/core/goal/goal';
import { alignmentReport } from '../../src/core/report/alignmentReport';
import { attribute } from '../../src/core/report/attribution';
import { wholeWeeks } from '../../src/core/report/reportPeriod';
import { ReportTargets } from '../../src/core/report/reportTarget';
import { parsePathMap } from '../../src/core/paths/pathMap';
import { reportRecord } from '../../src/presentation/report/reportRecord';
import type { ReportRecord } from '../../src/presentation/report/reportSchema';
import { landingsOf, type LandedCommit } from '../unit/core/report/landingsFixture';
import { customers, goal, tracker } from './builders';

const now = Date.parse('2026-11-23T09:02:00Z');
const priority = (rank: Rank) => ({ rank, label: `P${rank}` });
const active = { name: 'In progress', category: 'active' } as const;

const goals: Goal[] = [
  goal('SHOP-7', {
    title: 'Checkout that never loses a cart',
    priority: priority(1),
    status: active,
    impact: customers(38),
    blockedByKeys: ['PAY-3'],
  }),
  goal('PAY-3', {
    title: 'Move card payments to the new gateway contract',
    priority: priority(2),
    status: { name: 'Waiting', category: 'blocked' },
    impact: customers(214),
    blockedByKeys: ['PAY-8'],
  }),
  goal('PAY-8', {
    title: 'Certify the new gateway connection',
    level: 'item',
    parentKey: 'PAY-3',
    status: active,
  }),
  goal('SHOP-4', {
    title: 'Guest checkout with no surprises',
    priority: priority(2),
    status: { name: 'Done', category: 'done' },
    closedAt: '2026-10-28T12:00:00Z',
    impact: customers(23),
  }),
  goal('SHOP-9', {
    title: 'Search that knows the words shoppers use',
    priority: priority(3),
    status: active,
    impact: customers(17),
  }),
  goal('SHOP-12', {
    title: 'Product images that are sharp on every screen',
    priority: priority(4),
    status: active,
  }),
  goal('SHOP-5', {
    title: 'Loyalty points in the cart',
    priority: priority(4),
    status: { name: 'Dropped', category: 'dropped' },
    closedAt: '2026-10-14T12:00:00Z',
  }),
  goal('SHOP-15', { title: 'Sign in without a password', status: { name: 'Idea', category: 'proposed' } }),
  goal('SHOP-21', { title: 'Refunds that arrive within a day', priority: priority(2), status: active }),
];

/** Numbers that look random and are the same every time. */
function* anyNumbers(): Generator<number, never> {
  for (let seed = 42; ;) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    yield seed / 2 ** 31;
  }
}

const subjects = [
  'Retry a charge',
  'Widen a query',
  'Name the missing field',
  'Keep the basket',
  'Tidy imports',
  'Warn before a session ends',
];
const folders = ['src/infra/ci/a.yml', 'src/accounts/b.ts', 'src/catalog/c.ts', 'readme.md', 'docs/d.md'];

function commits(people: number): { commits: LandedCommit[]; paths: Map<number, string[]> } {
  const numbers = anyNumbers();
  const any = (): number => numbers.next().value;
  const of = <T>(choices: readonly T[]): T => choices[Math.floor(any() * choices.length)]!;
  const found: LandedCommit[] = [];
  const paths = new Map<number, string[]>();
  const first = Date.parse('2026-08-31');
  for (let day = 0; day < 84; day += 1) {
    if (day % 7 > 4) continue;
    for (let person = 0; person < people; person += 1) {
      if (any() < 0.35) continue;
      const at = new Date(first + day * 86_400_000).toISOString().slice(0, 10);
      const urgent = 0.22 + (day / 84) * 0.34;
      const roll = any();
      const key =
        roll < urgent
          ? 'SHOP-7'
          : roll < urgent + 0.2
            ? of(['SHOP-9', 'SHOP-9', 'SHOP-9', 'SHOP-12'])
            : roll < urgent + 0.28
              ? day < 60
                ? of(['PAY-3', 'SHOP-4', 'SHOP-5'])
                : of(['SHOP-4', 'SHOP-15'])
              : roll < urgent + 0.3
                ? 'SHOP-777'
                : '';
      const body = key === '' && any() < 0.1 ? 'Initiative: none (dependencies)' : '';
      paths.set(found.length, [of(folders)]);
      found.push({
        subject: `${of(subjects)} ${key}`.trim(),
        body,
        day: at,
        person,
        landed: `${at}T16:00:00Z`,
        written: new Date(Date.parse(`${at}T16:00:00Z`) - any() * (4 - day / 40) * 86_400_000).toISOString(),
      });
    }
  }
  return { commits: found, paths };
}

/** The report of a shop on twelve weeks, with something of everything. */
export function quarterRecord({ people = 5 } = {}): ReportRecord {
  const catalog = new GoalCatalog([tracker(goals)]);
  const period = wholeWeeks(now, 12, 'UTC');
  const { commits: landed, paths } = commits(people);
  const isSmall = people < 3;
  const landings = landingsOf(landed, { period, crowd: { isSmall, hasSmallWeek: isSmall } });
  const targets = new ReportTargets(catalog);
  const plan = new Map([
    ['SHOP-7', 0.45],
    ['PAY-3', 0.2],
    ['SHOP-9', 0.15],
  ]);
  const work = {
    name: 'corner-shop',
    landings,
    targets,
    pathsOf: paths,
    claims: attribute(landings, targets),
    pathMap: parsePathMap('/src/catalog/ SHOP-9\n'),
    lines: new Map(landed.map((_, row) => [row, { lines: 40, rewritten: (row * 7) % 11 }])),
  };
  const asOf = Date.parse('2026-11-23') / 1000;
  const report = alignmentReport({
    repositories: [work],
    catalog,
    period,
    asOf,
    plan,
    folder: undefined,
    level: 'initiative',
    staleDays: 14,
  });
  return reportRecord(report, {
    repositories: [{ name: 'corner-shop', branch: 'main', tip: 'a'.repeat(40) }],
    coverage: { files: 30, covered: 16 },
    spell: ({ key }) => key,
    path: undefined,
    trailer: 'Initiative',
    catalog,
    plan,
    asOf,
    now,
    language: 'en',
  });
}
