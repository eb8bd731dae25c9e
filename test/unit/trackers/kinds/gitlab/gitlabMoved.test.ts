import assert from 'node:assert/strict';
import { never, pagesOf } from '../../support/connect';
import { acme, issue, link, project, useGitlab, type Place } from './gitlabServer';

const rest = { '/user': { json: { username: 'priya' } } };
const base = 'https://gitlab.example.com/gitlab';

/** An issue of the shop that is closed because the work goes on elsewhere. */
const closed = (iid: number, why: 'movedTo' | 'duplicatedTo', to: number): object => ({
  ...issue,
  ...link(iid, 'acme/shop'),
  state: 'CLOSED',
  widgets: [],
  [`${why}WorkItemUrl`]: `${base}/acme/shop/-/issues/${to}`,
});

/** The shop with these items, of which the list has those up to `listed`. */
const shop = (items: readonly object[], listed = items.length): Place => ({
  ...project,
  items: ({ iids }) =>
    items.filter((each, at) => (iids ? iids.includes(String(Reflect.get(each, 'iid'))) : at < listed)),
});

describe('Items of GitLab that lead from one to the next', () => {
  const { start } = useGitlab();

  /** What is left of a list: keys with former keys. */
  const left = async (place: Place): Promise<unknown[]> => {
    const pages = await pagesOf(await start({ acme, 'acme/shop': place }, rest));
    const gone = new Set(pages.flatMap(({ deletedIds = [] }) => deletedIds));
    const goals = new Map(pages.flatMap((page) => page.goals.map((goal) => [goal.id, goal] as const)));
    return [...goals.values()]
      .filter(({ id }) => !gone.has(id))
      .map(({ key, aliases = [] }) => [key, ...aliases])
      .toSorted();
  };
  const promoted = {
    ...closed(4, 'movedTo', 1),
    movedToWorkItemUrl: null,
    promotedToEpicUrl: `${base}/groups/acme/-/epics/3`,
  };

  it('lead to the end: moved, then closed as a duplicate, then promoted to an epic', async () => {
    const chain = [closed(1, 'movedTo', 2), closed(2, 'duplicatedTo', 4), promoted];
    assert.deepEqual(await left(shop(chain)), [['ACME.E-3', 'SHOP-1', 'SHOP-2', 'SHOP-4']]);
  });

  it('lead to the end through items that no list brings', async () => {
    const chain = [closed(1, 'movedTo', 2), closed(2, 'duplicatedTo', 4), promoted];
    assert.deepEqual(await left(shop(chain, 1)), [['ACME.E-3', 'SHOP-1', 'SHOP-2', 'SHOP-4']]);
  });

  it('stay as they are where they lead in a circle', async () => {
    const circle = [
      closed(1, 'duplicatedTo', 2),
      closed(2, 'duplicatedTo', 1),
      closed(3, 'duplicatedTo', 3),
      issue,
    ];
    assert.deepEqual(await left(shop(circle)), [['SHOP-1'], ['SHOP-142'], ['SHOP-2'], ['SHOP-3']]);
  });

  it('lead to an epic by its newer address', async () => {
    const epic = {
      ...closed(1, 'movedTo', 1),
      movedToWorkItemUrl: `${base}/groups/acme/-/work_items/3`,
    };
    assert.deepEqual(await left(shop([epic])), [['ACME.E-3', 'SHOP-1']]);
  });

  it('are found by the key that a branch names, and nothing is asked of others with their number', async () => {
    const items = [closed(1, 'movedTo', 2), closed(2, 'duplicatedTo', 142), issue];
    const other = { ...closed(1, 'movedTo', 9), ...link(1, 'acme/api') };
    const group: Place = {
      kind: 'group',
      items: (args) => [...(shop([...items, other]).items(args) as object[])],
    };
    const places = { acme: group, 'acme/shop': shop(items) };
    const tracker = await start(places, rest, { follow: ['acme'] });
    const { goals } = await tracker.getByKeys(['shop-1'], never);
    assert.deepEqual(
      goals.map(({ key, aliases }) => [key, aliases]),
      [['SHOP-142', ['SHOP-1', 'SHOP-2']]],
    );
  });
});
