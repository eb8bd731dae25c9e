import assert from 'node:assert/strict';
import { pagesOf } from '../../support/connect';
import { acme, goalsOf, issue, link, project, useGitlab, type Place } from './gitlabServer';

const rest = {
  '/user': { json: { username: 'priya' } },
  '/groups/acme/projects': {
    json: [{ path_with_namespace: 'acme/shop' }, { path_with_namespace: 'acme/api' }],
  },
};
const keysOf = (goals: readonly { readonly key: string }[]): string[] =>
  goals.map(({ key }) => key).toSorted();
const signal = new AbortController().signal;

describe('GitLab in other editions and versions', () => {
  const { start } = useGitlab();

  it('is read project by project where it gives no work items of a group', async () => {
    const group: Place = { kind: 'group', items: () => null };
    const api: Place = {
      kind: 'project',
      group: 'acme',
      items: () => [{ ...issue, ...link(9, 'acme/api') }],
    };
    const tracker = await start({ acme: group, 'acme/shop': project, 'acme/api': api }, rest, {
      follow: ['acme'],
    });
    const pages = await pagesOf(tracker);
    assert.deepEqual(keysOf(pages.flatMap(({ goals }) => goals)), ['API-9', 'SHOP-142']);
    // Projects come one after the other: only the last page says up to when.
    assert.deepEqual(
      pages.map(({ mark }) => mark !== undefined).slice(0, -1),
      pages.slice(1).map(() => false),
    );
    assert.ok(pages.at(-1)!.mark! > 0);
    const { limits } = await tracker.checkConnection(signal);
    assert.ok(limits?.some(({ kind, of }) => kind === 'groupInParts' && of === 'acme'));
  });

  it('is read project by project where groups have no work items at all, as before 16.3', async () => {
    const refuse = (query: string): string | undefined =>
      /group\(fullPath: \$path\) \{\s*workItems/.test(query)
        ? "Field 'workItems' doesn't exist on type 'Group'"
        : undefined;
    const milestones = { '/groups/acme/milestones': { json: [] } };
    const api: Place = { kind: 'project', group: 'acme', items: () => [] };
    const places = { acme, 'acme/shop': project, 'acme/api': api };
    const tracker = await start(places, { ...rest, ...milestones }, { follow: ['acme'] }, refuse);
    assert.deepEqual(keysOf(await goalsOf(tracker)), ['SHOP-142']);
    assert.deepEqual(keysOf((await tracker.getByKeys(['SHOP-142'], signal)).goals), ['SHOP-142']);
    const { limits } = await tracker.checkConnection(signal);
    assert.deepEqual(
      limits?.map(({ kind, of }) => [kind, of]),
      [
        ['noEpics', 'acme'],
        ['groupInParts', 'acme'],
      ],
    );
  });

  it('is read project by project where a group cannot give what is below it', async () => {
    const asked: string[] = [];
    const refuse = (query: string): string | undefined => {
      if (query.includes('GoalLensWorkItems')) asked.push(query);
      return query.includes('includeDescendants') && query.includes('GoalLensWorkItems')
        ? "Field 'workItems' doesn't accept argument 'includeDescendants'"
        : undefined;
    };
    const own: Place = { kind: 'group', items: () => [issue] };
    const tracker = await start({ acme: own, 'acme/shop': project }, rest, { follow: ['acme'] }, refuse);
    assert.deepEqual(keysOf(await goalsOf(tracker)), ['SHOP-142']);
    assert.ok(asked.some((query) => query.includes('project(fullPath')));
    const { limits } = await tracker.checkConnection(signal);
    assert.ok(limits?.some(({ kind, of }) => kind === 'groupInParts' && of === 'acme'));
  });

  for (const [name, message] of [
    ['updatedAfter', "Field 'workItems' doesn't accept argument 'updatedAfter'"],
    ['sort', "Field 'workItems' doesn't accept argument 'sort'"],
    [
      'WorkItemWidgetHealthStatus',
      "No such type WorkItemWidgetHealthStatus, so it can't be a fragment condition",
    ],
    ['promotedToEpicUrl', "Field 'promotedToEpicUrl' doesn't exist on type 'WorkItem'"],
    [
      'closingMergeRequests',
      "Field 'closingMergeRequests' doesn't exist on type 'WorkItemWidgetDevelopment'",
    ],
    ['linkedItems', "Field 'linkedItems' doesn't exist on type 'WorkItemWidgetLinkedItems'"],
    [
      'status',
      `Selections can't be made on scalars (field 'status' returns String but has selections ["name", "category"])`,
    ],
    ['category', "Field 'category' doesn't exist on type 'WorkItemStatus'"],
  ] as const) {
    it(`is asked without ${name} where it does not know it, and for nothing less than that`, async () => {
      const asked: string[] = [];
      const old = { ...issue, ...link(7, 'acme/shop'), updatedAt: '2026-01-01T00:00:00Z' };
      const shop: Place = {
        ...project,
        items: ({ updatedAfter }) => (updatedAfter ? [issue] : [old, issue]),
      };
      const refuse = (query: string): string | undefined => {
        if (!query.includes('GoalLensWorkItems')) return undefined;
        asked.push(query);
        return query.split(/\W+/).includes(name) ? message : undefined;
      };
      const tracker = await start({ acme, 'acme/shop': shop }, rest, {}, refuse);
      const goals = (await pagesOf(tracker, Date.parse('2026-11-01'))).flatMap((page) => page.goals);
      assert.deepEqual(keysOf(goals), ['SHOP-142'], 'what is older is left out in any case');
      assert.equal(asked.length, 2);
      assert.equal(goals[0]!.owner?.name, 'Priya Nair');
      assert.equal(goals[0]!.status?.name, name === 'status' ? 'Open' : 'Doing');
      assert.equal(goals[0]!.health, name === 'WorkItemWidgetHealthStatus' ? undefined : 'atRisk');
      const { limits } = await tracker.checkConnection(signal);
      assert.ok(limits?.some(({ kind, detail }) => kind === 'partOfIssues' && detail === name));
    });
  }

  it('gives up merge requests first where the whole query is too dear, and then all that is newer', async () => {
    const asked: string[][] = [];
    const refuse = (query: string): string | undefined => {
      if (!query.includes('GoalLensWorkItems')) return undefined;
      const names = ['closingMergeRequests', 'linkedItems'].filter((name) => query.includes(name));
      asked.push(names);
      return names.length > 0
        ? 'Query has complexity of 300, which exceeds max complexity of 250'
        : undefined;
    };
    const tracker = await start({ acme, 'acme/shop': project }, rest, {}, refuse);
    assert.equal((await goalsOf(tracker))[0]!.links, undefined);
    assert.deepEqual(asked, [['closingMergeRequests', 'linkedItems'], ['linkedItems'], []]);
  });

  it('is not asked again and again for what it cannot do without', async () => {
    let asked = 0;
    const refuse = (query: string): string | undefined => {
      if (!query.includes('GoalLensWorkItems')) return undefined;
      asked += 1;
      return "Field 'webUrl' doesn't exist on type 'WorkItem'";
    };
    const tracker = await start({ acme, 'acme/shop': project }, rest, {}, refuse);
    await assert.rejects(goalsOf(tracker), { reason: 'rejected' });
    assert.equal(asked, 1);
  });

  it('has types of a team’s own, as goals and as parents; tasks are none', async () => {
    const story = { ...issue, ...link(5, 'acme/shop', 'Story'), widgets: [] };
    const below = {
      ...issue,
      widgets: [{ __typename: 'WorkItemWidgetHierarchy', parent: link(5, 'acme/shop', 'Story') }],
    };
    const task = { ...issue, ...link(6, 'acme/shop', 'Task') };
    const shop: Place = { ...project, items: () => [story, below, task] };
    const tracker = await start({ acme, 'acme/shop': shop }, rest, { levels: { Story: 'epic' } });
    const goals = await goalsOf(tracker);
    assert.deepEqual(
      goals.map(({ key, level, parentKey }) => [key, level, parentKey]),
      [
        ['SHOP-5', 'epic', undefined],
        ['SHOP-142', 'item', 'SHOP-5'],
      ],
    );
  });

  it('leads from an item that was moved, promoted or closed as a duplicate to the one that goes on', async () => {
    const base = 'https://gitlab.example.com/gitlab';
    const closed = { ...issue, state: 'CLOSED', widgets: [] };
    const shop: Place = {
      ...project,
      items: ({ iids }) =>
        [
          { ...closed, ...link(1, 'acme/shop'), movedToWorkItemUrl: `${base}/acme/shop/-/work_items/142` },
          { ...closed, ...link(2, 'acme/shop'), duplicatedToWorkItemUrl: `${base}/acme/shop/-/issues/142` },
          { ...closed, ...link(3, 'acme/shop'), promotedToEpicUrl: `${base}/groups/acme/-/epics/3` },
          { ...closed, ...link(4, 'acme/shop'), movedToWorkItemUrl: `${base}/secret/place/-/issues/8` },
          issue,
        ].filter((each) => !iids || iids.includes(String(Reflect.get(each, 'iid')))),
    };
    const tracker = await start({ acme, 'acme/shop': shop }, rest);
    const pages = await pagesOf(tracker);
    const last = pages.at(-1)!;
    assert.deepEqual(last.goals.map(({ key, aliases }) => [key, aliases]).toSorted(), [
      ['ACME.E-3', ['SHOP-3']],
      ['SHOP-142', ['SHOP-1', 'SHOP-2']],
    ]);
    assert.deepEqual(last.deletedIds?.length, 3);
    const left = pages.flatMap(({ goals }) => goals).find(({ key }) => key === 'SHOP-4');
    assert.deepEqual(left!.status, { name: 'Moved', category: 'dropped' });
  });

  it('names a place that is gone, and reads the others', async () => {
    const tracker = await start({ acme, 'acme/shop': project }, rest, { follow: ['acme/gone', 'acme/shop'] });
    const pages = await pagesOf(tracker);
    assert.deepEqual(keysOf(pages.flatMap(({ goals }) => goals)), ['SHOP-142']);
    assert.deepEqual(
      pages.at(-1)!.unread!.map(({ place }) => place),
      ['acme/gone'],
    );
    const { limits } = await tracker.checkConnection(signal);
    assert.ok(limits?.some(({ kind, of }) => kind === 'unreadable' && of === 'acme/gone'));
  });
});
