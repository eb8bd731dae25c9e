import { readFileSync } from 'node:fs';
import { GoalCatalog } from '../../../src/core/catalog/goalCatalog';
import type { RepositoryHome } from '../../../src/core/catalog/repositoryHome';
import type { RepositoryReferences } from '../../../src/core/catalog/repositoryReferences';
import type { Goal } from '../../../src/core/goal/goal';
import { parseRemote } from '../../../src/core/references/remote';
import type { ReferenceStyle } from '../../../src/core/references/referenceStyle';
import type { TrackerState } from '../../../src/core/tracker/trackerState';
import { goal, tracker } from '../builders';

/** A repository and what is connected: what the rows of the table are read in. */
export interface World {
  readonly name: string;
  readonly catalog: GoalCatalog;
  readonly home: RepositoryHome;
  readonly references: RepositoryReferences;
}

const newest = 10_000;
const first = Array.from({ length: 300 }, (_, at) => at + 1);
const few = first.slice(0, 200);
/** Every number that the table has, so that one that names nothing would name an item by accident; and some more. */
const dense = [...new Set([...first, ...numbersInTable(), newest])].sort((a, b) => a - b);

function numbersInTable(): number[] {
  const table = readFileSync(new URL('table.txt', import.meta.url), 'utf8');
  return (table.match(/\d+/g) ?? []).map(Number).filter((number) => number > 0 && number < newest);
}

function numbered(
  id: string,
  prefix: string,
  numbers: readonly number[],
  url: (number: number) => string,
): Goal[] {
  return numbers.map((number) =>
    goal(`${prefix}-${number}`, {
      id: `${id}:${prefix}-${number}`,
      trackerId: id,
      level: 'item',
      title: number === 142 ? 'Fix totals of the cart' : `Item ${number}`,
      url: url(number),
    }),
  );
}

function connected(id: string, references: ReferenceStyle, ...goals: readonly Goal[]): TrackerState {
  return { ...keyed(id, ...goals), references };
}

function keyed(id: string, ...goals: readonly Goal[]): TrackerState {
  return { id, name: id, phase: 'ready', goals, badEntries: 0 };
}

const githubGoals = [
  ...numbered('github', 'SHOP', dense, (number) => `https://github.com/acme/shop/issues/${number}`),
  ...numbered('github', 'SHOP.M', few, (number) => `https://github.com/acme/shop/milestone/${number}`),
  ...numbered('github', 'API', few, (number) => `https://github.com/acme/api/issues/${number}`),
];
const github = connected(
  'github',
  { kind: 'github', url: 'https://github.com', places: ['acme/shop', 'acme/api'] },
  ...githubGoals,
);
const gitlab = connected(
  'gitlab',
  { kind: 'gitlab', url: 'https://gitlab.com', places: ['acme'] },
  ...numbered('gitlab', 'SHOP', dense, (number) => `https://gitlab.com/acme/web/shop/-/issues/${number}`),
  ...numbered('gitlab', 'API', few, (number) => `https://gitlab.com/acme/web/api/-/work_items/${number}`),
  ...numbered('gitlab', 'ACME.E', few, (number) => `https://gitlab.com/groups/acme/-/epics/${number}`),
  ...numbered('gitlab', 'TOOLS.E', few, (number) => `https://gitlab.com/groups/tools/-/epics/${number}`),
);
const azure = connected(
  'azure',
  { kind: 'azureDevOps', url: 'https://dev.azure.com/acme', places: [] },
  ...numbered('azure', 'AB', dense, (number) => `https://dev.azure.com/acme/Shop/_workitems/edit/${number}`),
);
const redmine = connected(
  'redmine',
  { kind: 'redmine', url: 'https://www.redmine.example/tracker', places: [] },
  ...numbered('redmine', 'RM', dense, (number) => `https://www.redmine.example/tracker/issues/${number}`),
);
const jira = keyed(
  'jira',
  ...['SHOP-142', 'SHOP-7', 'SHOP-2', 'SHOP-3', 'SHOP-2024', 'ZOOKEEPER-3', 'JIR-123', 'PAY-9'].map((key) =>
    goal(key, { trackerId: 'jira', url: `https://acme.atlassian.net/browse/${key}` }),
  ),
  goal('SHOP-8', { trackerId: 'jira', aliases: ['OLD-5'], url: 'https://acme.atlassian.net/browse/SHOP-8' }),
);
const file = tracker(
  [
    goal('CHECKOUT', { references: ['acme/shop#142', 'https://github.com/acme/shop/issues/142'] }),
    goal('GOAL-7', { references: ['acme/shop#7', 'acme&3'] }),
    goal('faster-search', { url: 'https://goals.example/g/77' }),
    goal('cart', { url: 'https://linear.app/acme/project/cart-0a1b2c3d4e5f' }),
    goal('basket', {
      url: 'https://trello.com/c/a1B2c3D4/7-basket',
      references: ['https://blueprints.launchpad.net/shop/+spec/basket'],
    }),
  ],
  { folder: 'file:///shop' },
);
const launchpad = keyed(
  'rest',
  ...dense.map((number) =>
    goal(`LP-${number}`, {
      trackerId: 'rest',
      level: 'item',
      references: [`#${number}`, `https://bugs.launchpad.net/bugs/${number}`],
    }),
  ),
  goal('faster-search', { trackerId: 'rest' }),
);

/** What is connected in each world, and the addresses of its repository's remotes. */
const made: Readonly<Record<string, readonly [trackers: readonly TrackerState[], ...remotes: string[]]>> = {
  jira: [[jira], 'git@github.com:acme/shop.git'],
  github: [[github], 'git@github.com:acme/shop.git'],
  'github fork': [[github], 'https://github.com/ana/shop', 'https://github.com/acme/shop'],
  'github elsewhere': [[github], 'https://github.com/acme/other.git'],
  'github no remote': [[github]],
  gitlab: [[gitlab], 'ssh://git@altssh.gitlab.com:443/acme/web/shop.git'],
  azure: [[azure], 'git@ssh.dev.azure.com:v3/acme/Shop/web'],
  'azure on github': [[azure], 'https://github.com/acme/shop.git'],
  redmine: [[redmine], 'https://github.com/redmine/redmine.git'],
  'github and redmine': [[github, redmine], 'https://github.com/acme/shop'],
  'github and redmine, no remote': [[github, redmine]],
  'goals file': [[file], 'https://token@github.com/acme/shop.git/'],
  launchpad: [[launchpad], 'https://opendev.org/openstack/keystone'],
};

/** The names that the worlds have in the table. */
export const worldNames: readonly string[] = Object.keys(made);

/** A world, made anew: a catalog remembers what it was asked, and no test should rest on what another one asked. */
export function worldNamed(name: string): World {
  const [trackers, ...remotes] = made[name] ?? [];
  if (!trackers) throw new Error(`There is no world ${name}.`);
  const catalog = new GoalCatalog(trackers);
  const home: RepositoryHome = {
    folder: 'file:///shop',
    remotes: remotes.flatMap((url) => parseRemote(url) ?? []),
  };
  return { name, catalog, home, references: catalog.in(home) };
}
