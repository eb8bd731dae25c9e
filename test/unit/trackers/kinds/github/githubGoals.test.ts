import assert from 'node:assert/strict';
import { pagesOf } from '../../support/connect';
import { at, fullIssue, plainIssue, shop } from './githubFixtures';
import { useGithub } from './githubStandIn';

describe('GitHub over GraphQL, its issues as goals', () => {
  const { start, server } = useGithub();

  it('maps an issue with everything set', async () => {
    const tracker = await start({ repositories: [shop] });
    const pages = await pagesOf(tracker);
    assert.deepEqual(pages.at(-1)!.goals[0], {
      id: 'I_142',
      trackerId: `github:${server().url}#acme/shop`,
      key: 'SHOP-142',
      title: 'Checkout that never loses a cart',
      level: 'initiative',
      description: 'Carts get lost.\n\nCustomers leave.',
      status: { name: 'Open', category: 'active' },
      priority: { rank: 4, label: 'Someday' },
      impact: {
        customers: { value: 38, field: 'Customers affected' },
        segments: { value: ['Enterprise'], field: 'Customer tier' },
        requests: { value: 13, field: 'reactions' },
      },
      owner: { name: 'Priya Nair' },
      mine: 'me',
      targetDate: '2026-12-12',
      progress: 0.62,
      metrics: [],
      parentKey: 'PLATFORM-12',
      otherParentKeys: ['SHOP.M-3'],
      blockedByKeys: ['SHOP-9'],
      blocksKeys: ['GLOBEX-PORTAL-4'],
      labels: ['payments', 'priority: low'],
      links: [
        { kind: 'branch', name: '142-checkout', repository: 'github.com/acme/shop' },
        { kind: 'pullRequest', number: 4321, repository: 'github.com/acme/shop', isClosing: true },
        { kind: 'branch', name: 'ana/carts', repository: 'github.com/ana/shop', pullRequest: 4321 },
        { kind: 'pullRequest', number: 5, repository: 'github.com/acme/api', isClosing: true },
      ],
      url: 'https://github.com/acme/shop/issues/142',
      updatedAt: '2026-11-22T10:00:00.000Z',
    });
    assert.equal(pages.at(-1)!.mark, Date.parse(fullIssue.updatedAt));
  });

  it('maps a milestone', async () => {
    const tracker = await start({ repositories: [shop] });
    const [first] = await pagesOf(tracker);
    assert.deepEqual(first!.goals, [
      {
        id: 'MI_3',
        trackerId: `github:${server().url}#acme/shop`,
        key: 'SHOP.M-3',
        title: 'Winter release',
        level: 'epic',
        description: 'What the shop needs before the holidays.',
        status: { name: 'Open', category: 'active' },
        targetDate: '2026-12-31',
        progress: 0.75,
        metrics: [],
        blockedByKeys: [],
        blocksKeys: [],
        labels: [],
        url: 'https://github.com/acme/shop/milestone/3',
        updatedAt: '2026-11-20T10:00:00.000Z',
      },
    ]);
    assert.equal(first!.mark, undefined);
  });

  it('places an issue without a parent below its milestone', async () => {
    const issue = plainIssue(5, at(1), { milestone: { number: 3, dueOn: '2026-12-31T08:00:00Z' } });
    const tracker = await start({ repositories: [{ ...shop, issues: [issue] }] });
    const goal = (await pagesOf(tracker)).at(-1)!.goals[0]!;
    assert.equal(goal.parentKey, 'SHOP.M-3');
    assert.equal(goal.targetDate, '2026-12-31');
  });

  for (const [state, stateReason, name, category] of [
    ['OPEN', null, 'Open', 'planned'],
    ['OPEN', 'REOPENED', 'Open', 'planned'],
    ['CLOSED', 'COMPLETED', 'Completed', 'done'],
    ['CLOSED', 'NOT_PLANNED', 'Not planned', 'dropped'],
    ['CLOSED', 'DUPLICATE', 'Duplicate', 'dropped'],
    ['CLOSED', null, 'Closed', 'done'],
  ] as const) {
    it(`takes ${state} with the reason ${stateReason} for ${category}`, async () => {
      const issue = plainIssue(5, at(1), { state, stateReason });
      const tracker = await start({ repositories: [{ ...shop, issues: [issue] }] });
      assert.deepEqual((await pagesOf(tracker)).at(-1)!.goals[0]!.status, { name, category });
    });
  }

  for (const [label, rank, word] of [
    ['P0', 1, 'P0'],
    ['p2', 2, 'p2'],
    ['priority: low', 4, 'low'],
    ['priority/high', 2, 'high'],
    ['prio: hoch', 2, 'hoch'],
  ] as const) {
    it(`reads the priority of the label ${label}`, async () => {
      const issue = plainIssue(5, at(1), { labels: { nodes: [{ name: 'bug' }, { name: label }] } });
      const tracker = await start({ repositories: [{ ...shop, issues: [issue] }] });
      assert.deepEqual((await pagesOf(tracker)).at(-1)!.goals[0]!.priority, { rank, label: word });
    });
  }

  for (const [body, description] of [
    ['a <!-- hint --> b', 'a  b'],
    ['Say `<!--` first.\n\nThen go on.', 'Say `<!--` first.\n\nThen go on.'],
    ['```html\n<!-- the cart -->\n```\n<!-- why -->z', '```html\n<!-- the cart -->\n```\nz'],
    ['a <!-- b\n\nc', 'a <!-- b\n\nc'],
    ['a\n<!-- never closed\n\nb', 'a'],
  ] as const) {
    it(`leaves out hints and nothing else of ${JSON.stringify(body)}`, async () => {
      const tracker = await start({ repositories: [{ ...shop, issues: [plainIssue(5, at(1), { body })] }] });
      assert.equal((await pagesOf(tracker)).at(-1)!.goals[0]!.description, description);
    });
  }

  it('keeps the keys of a repository that was renamed', async () => {
    const renamed = { ...shop, nameWithOwner: 'acme/store' };
    const issue = { ...fullIssue, repository: { nameWithOwner: 'acme/store' } };
    const issues = { pageInfo: { hasNextPage: false }, nodes: [issue] };
    const milestones = { pageInfo: { hasNextPage: false }, nodes: [] };
    const data = { repository: { nameWithOwner: renamed.nameWithOwner, issues, milestones } };
    const tracker = await start({ onGraphql: () => ({ json: { data } }) });
    assert.equal((await pagesOf(tracker)).at(-1)!.goals[0]!.key, 'SHOP-142');
  });
});
