import assert from 'node:assert/strict';
import { parse, validate } from 'graphql';
import type { Goal } from '../../../../src/core/goal';
import {
  askingWays,
  epicsQuery,
  placeQuery,
  workItemsQuery,
} from '../../../../src/trackers/gitlab/gitlabQueries';
import type { Tracker } from '../../../../src/trackers/tracker';
import { connect, never, pagesOf } from '../support/connect';
import type { TrackerServer } from '../support/trackerServer';
import {
  epic,
  gitlabSchema,
  gitlabServer,
  issue,
  link,
  milestone,
  type ListArguments,
  type Place,
  type RestAnswers,
} from './gitlabServer';

const shop = 'acme/shop';
const onlyEpics = ({ types }: ListArguments): boolean => types.length === 1 && types[0] === 'EPIC';

describe('GitLab', () => {
  let server: TrackerServer;
  const start = async (
    places: Readonly<Record<string, Place>>,
    rest: RestAnswers = {},
    entry: object = {},
  ): Promise<Tracker> => {
    server = await gitlabServer(places, rest).start();
    const all = { kind: 'gitlab', url: `${server.url}/gitlab/`, follow: [shop], ...entry };
    return (await connect(all)).tracker;
  };
  const goalsOf = async (tracker: Tracker): Promise<Goal[]> =>
    (await pagesOf(tracker)).flatMap(({ goals }) => goals);
  afterEach(() => server.stop());

  const acme: Place = { kind: 'group', items: (args) => (onlyEpics(args) ? [epic] : [epic, issue]) };
  const project: Place = { kind: 'project', group: 'acme', items: () => [issue] };
  const impact = {
    customer: 'customerNames',
    'revenue at stake': 'revenue',
    Tier: 'segments',
    Weight: 'score',
  };

  it('maps an issue with everything set', async () => {
    const [goal] = await goalsOf(await start({ acme, [shop]: project }, {}, { impact, currency: 'eur' }));
    assert.deepEqual(goal, {
      id: 'gid://gitlab/WorkItem/acme/shop/142',
      trackerId: `gitlab:${server.url}/gitlab#acme/shop`,
      key: 'SHOP-142',
      title: 'Retry a declined card',
      level: 'item',
      description: 'Once more.',
      status: { name: 'Doing', category: 'active' },
      health: 'atRisk',
      priority: { rank: 1, label: 'priority::1' },
      impact: {
        requests: { value: 12, field: 'award emoji' },
        customerNames: { value: ['Acme', 'Globex'], field: 'customer' },
        score: { value: 8, field: 'Weight' },
        revenue: { value: { amount: 180000, currency: 'EUR' }, field: 'Revenue at stake' },
        segments: { value: ['Enterprise'], field: 'Tier' },
      },
      owner: { name: 'Priya Nair' },
      targetDate: '2026-12-12',
      progress: 0.62,
      metrics: [],
      parentKey: 'ACME.E-3',
      blockedByKeys: ['API-9'],
      blocksKeys: ['SHOP-11'],
      labels: ['priority::1', 'customer::Acme', 'customer::Globex', 'bug'],
      url: 'https://gitlab.example.com/gitlab/acme/shop/-/work_items/142',
      updatedAt: '2026-11-22T10:00:00.000Z',
    });
  });

  it('reads a group with what is below it, and marks every page', async () => {
    const tracker = await start(
      {
        acme: {
          kind: 'group',
          items: (args) => {
            if (onlyEpics(args)) return [epic];
            const isFirst = args.after === undefined;
            const pageInfo = { hasNextPage: isFirst, endCursor: isFirst ? 'next' : null };
            return { nodes: isFirst ? [epic] : [issue], pageInfo };
          },
        },
      },
      {},
      { follow: ['acme'] },
    );
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.map(({ goals, mark }) => [goals.map(({ key, level }) => `${key} ${level}`), mark]),
      [
        [['ACME.E-3 epic'], Date.parse(epic.updatedAt)],
        [['SHOP-142 item'], Date.parse(issue.updatedAt)],
      ],
    );
  });

  it('marks only the end where several are followed, and asks for changes', async () => {
    const asked: ListArguments[] = [];
    const place = (own: Place): Place => ({
      ...own,
      items: (args) => {
        asked.push(args);
        return own.items(args);
      },
    });
    const api: Place = { kind: 'project', group: 'acme', items: () => [] };
    const places = { acme, [shop]: place(project), 'acme/api': place(api) };
    const tracker = await start(places, {}, { follow: [shop, 'acme/api'] });
    const pages = await pagesOf(tracker, Date.UTC(2026, 10, 22));
    assert.deepEqual(
      pages.map(({ mark }) => mark),
      [undefined, undefined, Date.parse(issue.updatedAt)],
    );
    assert.deepEqual(
      asked.map(({ updatedAfter }) => updatedAfter),
      ['2026-11-22T00:00:00.000Z', '2026-11-22T00:00:00.000Z'],
    );
  });

  it('takes milestones for epics where the group shows none, and says so', async () => {
    const parentless = { ...issue, widgets: issue.widgets.slice(1) };
    const places: Record<string, Place> = {
      acme: { kind: 'group', items: () => [] },
      [shop]: { kind: 'project', group: 'acme', items: () => [parentless] },
    };
    const rest: RestAnswers = {
      '/projects/acme%2Fshop/milestones': { json: [milestone] },
      '/user': { json: { username: 'priya', name: null } },
      '/version': { json: { version: '18.6.1' } },
    };
    const tracker = await start(places, rest);
    const goals = await goalsOf(tracker);
    assert.deepEqual(
      goals.map(({ key, level, parentKey, targetDate, status }) => [
        key,
        level,
        parentKey,
        targetDate,
        status?.category,
      ]),
      [
        ['SHOP.M-7', 'epic', undefined, '2026-12-31', 'active'],
        ['SHOP-142', 'item', 'SHOP.M-7', '2026-12-12', 'active'],
      ],
    );
    assert.deepEqual(await tracker.checkConnection(never), {
      account: 'priya',
      server: 'GitLab 18.6.1',
      limits: ['The group of acme/shop shows no epics: milestones and labels are used instead.'],
    });
  });

  it('takes no milestones where only the topmost group has epics', async () => {
    const places: Record<string, Place> = {
      acme,
      'acme/web': { kind: 'group', items: () => [] },
      'acme/web/site': { kind: 'project', group: 'acme/web', items: () => [issue] },
    };
    const goals = await goalsOf(await start(places, {}, { follow: ['acme/web/site'] }));
    assert.deepEqual(
      goals.map(({ key, parentKey }) => [key, parentKey]),
      [['SHOP-142', 'ACME.E-3']],
    );
  });

  it('finds keys below a followed group and in the groups above a followed project', async () => {
    const byIid =
      (all: readonly { iid: string }[]) =>
      ({ iids, types }: ListArguments): object[] =>
        all.filter(({ iid }) => onlyEpics({ types } as ListArguments) || iids?.includes(iid));
    const items = [epic, issue] as unknown as { iid: string }[];
    const places: Record<string, Place> = {
      acme: { kind: 'group', items: byIid(items) },
      [shop]: { kind: 'project', group: 'acme', items: byIid(items.slice(1)) },
    };
    const keys = ['shop-142', 'ACME.E-3', 'SHOP-3', 'PAY-142', 'acme/shop#3', 'retry-a1b2c3d4e5f6', 'SHOP'];
    const tracker = await start(places);
    const { goals } = await tracker.getByKeys(keys, never);
    assert.deepEqual(goals.map(({ key }) => key).sort(), ['ACME.E-3', 'SHOP-142']);
    await server.stop();
    const ofGroup = await start(places, {}, { follow: ['acme'] });
    assert.deepEqual(
      (await ofGroup.getByKeys(['SHOP-142', 'PAY-142'], never)).goals.map(({ key }) => key),
      ['SHOP-142'],
    );
    assert.deepEqual((await ofGroup.getByKeys(['acme/shop#3'], never)).goals, []);
  });

  it('finds milestones by key', async () => {
    const rest: RestAnswers = { '/projects/acme%2Fshop/milestones': { json: [milestone] } };
    const tracker = await start({ [shop]: { ...project, group: 'gone' } }, rest);
    const { goals } = await tracker.getByKeys(['SHOP.M-7', 'SHOP.M-8'], never);
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['SHOP.M-7'],
    );
  });

  it('uses the prefix of the connection for its only project', async () => {
    const tracker = await start({ acme, [shop]: project }, {}, { keyPrefix: 'web' });
    const [goal] = await goalsOf(tracker);
    assert.equal(goal!.key, 'WEB-142');
    assert.deepEqual(goal!.blocksKeys, ['WEB-11']);
  });

  it('says which path is no group or project that we may see', async () => {
    const tracker = await start({}, { '/user': { json: { username: 'priya' } } });
    for (const work of [pagesOf(tracker), tracker.checkConnection(never)]) {
      await assert.rejects(work, (error: Error) => /notFound.*acme\/shop/.test(error.message));
    }
  });

  it('reads the topmost groups of the person where nothing is followed', async () => {
    const groups = ['acme', 'acme/web'].map((full_path) => ({ full_path, full_name: null, description: '' }));
    const rest: RestAnswers = { '/groups': { json: groups } };
    const tracker = await start({ acme }, rest, { follow: undefined });
    assert.deepEqual(
      (await goalsOf(tracker)).map(({ key }) => key),
      ['ACME.E-3', 'SHOP-142'],
    );
  });

  it('tells what can be followed, page by page', async () => {
    const rest: RestAnswers = {
      '/groups': ({ url }) =>
        url.searchParams.get('page') === '2'
          ? {
              json: [{ full_path: 'beta', full_name: 'Beta', description: null }],
              headers: { 'X-Next-Page': '' },
            }
          : {
              json: [{ full_path: 'acme', full_name: 'Acme', description: 'Us' }],
              headers: { 'X-Next-Page': '2' },
            },
      '/projects': { json: [{ path_with_namespace: shop, name_with_namespace: 'Acme / Shop' }, { id: 1 }] },
    };
    const tracker = await start({}, rest);
    assert.deepEqual(await tracker.followables(never), [
      { value: 'acme', label: 'Acme', description: 'Us' },
      { value: 'beta', label: 'Beta' },
      { value: shop, label: 'Acme / Shop' },
    ]);
  });

  it('tells which fields may hold impact', async () => {
    const tracker = await start({ acme, [shop]: project });
    assert.deepEqual(await tracker.fields(never), [
      { name: 'priority', type: 'number' },
      { name: 'customer', type: 'list' },
      { name: 'Weight', type: 'number' },
      { name: 'Revenue at stake', type: 'number' },
      { name: 'Tier', type: 'list' },
    ]);
  });

  for (const [label, scope, rank] of [
    ['priority::high', undefined, 2],
    ['Priority: 4', undefined, 4],
    ['team::severity::critical', 'team::severity', 1],
    ['priority::someday', undefined, 0],
    ['priority', undefined, undefined],
  ] as const) {
    it(`reads rank ${rank} in the label ${label}`, async () => {
      const labels = { __typename: 'WorkItemWidgetLabels', labels: { nodes: [{ title: label }] } };
      const item = {
        ...link(1, shop),
        title: 'x',
        state: 'OPEN',
        updatedAt: issue.updatedAt,
        widgets: [labels],
      };
      const places: Record<string, Place> = { acme, [shop]: { ...project, items: () => [item] } };
      const [goal] = await goalsOf(await start(places, {}, { priority: scope }));
      assert.deepEqual(goal!.priority, rank === undefined ? undefined : { rank, label });
    });
  }
});

describe('The queries to GitLab', () => {
  const all = (['group', 'project'] as const).flatMap((kind) =>
    askingWays.map(({ isPlain }) => workItemsQuery(kind, isPlain)),
  );
  it('are valid by the part of the schema that we keep', () => {
    for (const query of [placeQuery, epicsQuery, ...all]) {
      assert.deepEqual(validate(gitlabSchema(), parse(query)), []);
    }
  });
});
