import assert from 'node:assert/strict';
import { hasMark, keysIn, never, pagesOf, pagesUntilFault } from '../../support/connect';
import {
  acme,
  epic,
  goalsOf,
  issue,
  milestone,
  onlyEpics,
  project,
  shop,
  useGitlab,
  type ListArguments,
  type Place,
  type RestAnswers,
} from './gitlabServer';

describe('GitLab, lists and keys', () => {
  const { start, server } = useGitlab();

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

  it('gives all issues where it is the page of milestones that comes again, and asks for both again', async () => {
    const again = { json: [milestone], headers: { 'x-next-page': '2' } };
    const plain: Place = { kind: 'project', items: () => [issue] };
    const tracker = await start({ [shop]: plain }, { '/projects/acme%2Fshop/milestones': again });
    const { pages, reason } = await pagesUntilFault(tracker);
    const keys = ['SHOP.M-7', 'SHOP.M-7', 'SHOP-142'];
    assert.deepEqual([keysIn(pages), hasMark(pages), reason], [keys, false, 'wrongShape']);
  });

  it('reads the groups that it was told of where their list comes again, and asks for all again', async () => {
    const groups = ['acme', 'acme/web'].map((full_path) => ({ full_path, full_name: null, description: '' }));
    const rest: RestAnswers = { '/groups': { json: groups, headers: { 'x-next-page': '2' } } };
    const tracker = await start({ acme }, rest, { follow: undefined });
    const { pages, reason } = await pagesUntilFault(tracker);
    const keys = ['ACME.E-3', 'SHOP-142'];
    assert.deepEqual([keysIn(pages), hasMark(pages), reason], [keys, false, 'wrongShape']);
    assert.deepEqual(keysIn([await tracker.getByKeys(['ACME.E-3'], never)]), ['ACME.E-3']);
  });

  it('tells of which items it may have read only a part of a list', async () => {
    const nodes = Array.from({ length: 5 }, (_, at) => ({ name: `P${at}`, username: `p${at}` }));
    const widgets = [{ __typename: 'WorkItemWidgetAssignees', assignees: { nodes } }];
    const tracker = await start({ [shop]: { kind: 'project', items: () => [{ ...issue, widgets }] } });
    assert.deepEqual(
      (await pagesOf(tracker)).flatMap(({ notes }) => notes ?? []),
      ['gid://gitlab/WorkItem/acme/shop/142 may have more than the 5 assignees that are read.'],
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
      limits: [{ kind: 'noEpics', of: 'acme/shop' }],
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
    await server().stop();
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

  it('reads the topmost groups of the person where nothing is followed', async () => {
    const groups = ['acme', 'acme/web'].map((full_path) => ({ full_path, full_name: null, description: '' }));
    const rest: RestAnswers = { '/groups': { json: groups } };
    const tracker = await start({ acme }, rest, { follow: undefined });
    assert.deepEqual(
      (await goalsOf(tracker)).map(({ key }) => key),
      ['ACME.E-3', 'SHOP-142'],
    );
  });
});
