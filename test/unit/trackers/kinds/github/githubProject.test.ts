import assert from 'node:assert/strict';
import type { Goal } from '../../../../../src/core/goal/goal';
import { hasMark, keysIn, never, pagesOf, pagesUntilFault } from '../../support/connect';
import { fullIssue, plainIssue } from './githubFixtures';
import { page, queriesOf, useGithub } from './githubStandIn';

const shop = { nameWithOwner: 'acme/shop', issues: [fullIssue] };
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 1) + minute * 60_000).toISOString();

describe('a project of GitHub', () => {
  const { start, server } = useGithub();

  const item = (content: object | null, more: object = {}): object => ({
    id: 'PVTI_1',
    isArchived: false,
    updatedAt: at(1),
    content,
    ...more,
  });
  const board = (...items: readonly object[]): object => ({
    login: 'acme',
    projectV2: ({ number }: { number: number }) =>
      number === 7 ? { items: (args: { first: number; after?: string }) => page(items, args) } : null,
  });
  const follow = ['orgs/acme/projects/7'];
  const pullRequest = { __typename: 'PullRequest', id: 'PR_1' };
  const draft = { __typename: 'DraftIssue', id: 'DI_1', title: 'An idea' };

  it('reads its issues with its fields, and neither drafts nor pull requests nor what is archived', async () => {
    const archived = item(plainIssue(8, at(1)), { isArchived: true });
    const organization = board(item(fullIssue), item(draft), item(pullRequest), item(null), archived);
    const tracker = await start({ organization }, { follow });
    const goals = (await pagesOf(tracker)).flatMap((each) => each.goals);
    assert.equal(goals.length, 1);
    const [goal] = goals;
    assert.equal(goal!.key, 'SHOP-142');
    assert.deepEqual(goal!.status, { name: 'In Progress', category: 'active' });
    // The issue's own priority comes before the project's.
    assert.deepEqual(goal!.priority, { rank: 4, label: 'Someday' });
    assert.deepEqual(goal!.impact!.revenue, {
      value: { amount: 180000, currency: 'EUR' },
      field: 'Revenue at stake',
    });
  });

  it('takes the priority of the project where the issue has none', async () => {
    const issue = { ...fullIssue, issueFieldValues: { nodes: [] } };
    const tracker = await start({ organization: board(item(issue)) }, { follow });
    assert.deepEqual((await pagesOf(tracker))[0]!.goals[0]!.priority, { rank: 1, label: 'P1' });
  });

  it('leaves out the fields of a project that is not followed', async () => {
    const tracker = await start(
      { repositories: [shop], organization: { ...board(), login: 'acme' } },
      {
        follow: ['acme/shop', 'users/priya/projects/1'],
      },
    );
    const goals: { status?: object }[] = [];
    for await (const each of tracker.listChanged(undefined, never)) goals.push(...each.goals);
    assert.deepEqual(goals.at(-1)!.status, { name: 'Open', category: 'active' });
  });

  it('finds what changed in the project alone', async () => {
    const old = { ...plainIssue(1, at(1)), id: 'I_old' };
    const edited = { ...fullIssue, updatedAt: at(2) };
    const organization = board(item(old), item(edited, { updatedAt: at(100) }));
    const tracker = await start({ organization, nodes: [old, edited] }, { follow });
    const goals = (await pagesOf(tracker, Date.parse(at(50)))).flatMap((each) => each.goals);
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['SHOP-142'],
    );
    assert.deepEqual(queriesOf(server()), [
      'GET /rate_limit',
      'GoalLensProjectChanges',
      'GoalLensIssuesById',
    ]);
  });

  it('gives what changed as far as its list goes where the cursor comes again, and asks for all again', async () => {
    const changed = { ...fullIssue, updatedAt: at(2) };
    const items = { nodes: [item(changed)], pageInfo: { hasNextPage: true, endCursor: 'x' } };
    const organization = { login: 'acme', projectV2: () => ({ items }) };
    const tracker = await start({ organization, nodes: [changed] }, { follow });
    const { pages, reason } = await pagesUntilFault(tracker, Date.parse(at(1)));
    assert.deepEqual([keysIn(pages), hasMark(pages), reason], [['SHOP-142'], false, 'wrongShape']);
  });

  it('reads all of its pages', async () => {
    const items = Array.from({ length: 120 }, (_, index) => item(plainIssue(index + 1, at(index))));
    const tracker = await start({ organization: board(...items) }, { follow });
    const goals = (await pagesOf(tracker)).flatMap((each) => each.goals);
    assert.equal(new Set(goals.map(({ key }) => key)).size, 120);
  });

  const inProject = (number: number, fields: Readonly<Record<string, string>>): object => ({
    isArchived: false,
    project: { number, owner: { __typename: 'Organization', login: 'acme' } },
    fieldValues: {
      nodes: Object.entries(fields).map(([name, value]) => ({
        __typename: 'ProjectV2ItemFieldSingleSelectValue',
        name: value,
        field: { __typename: 'ProjectV2SingleSelectField', name, options: [{ name: value }] },
      })),
    },
  });
  const inProjects = (...items: readonly object[]): object => ({
    ...fullIssue,
    issueFieldValues: { nodes: [] },
    projectItems: ({ first }: { readonly first: number }) => ({
      nodes: items.slice(0, first),
      pageInfo: { hasNextPage: items.length > first, endCursor: null },
    }),
  });

  it('that is followed first decides where an issue is in two, and the next fills what it leaves open', async () => {
    const issue = inProjects(
      inProject(9, { Status: 'Todo', Priority: 'Low', 'Customer tier': 'Pro', Severity: 'S2' }),
      inProject(7, { Status: 'Doing', Priority: 'Urgent', 'Customer tier': 'Enterprise' }),
    );
    const tracker = await start(
      {
        repositories: [{ nameWithOwner: 'acme/shop', issues: [issue as typeof fullIssue] }],
        organization: board(),
      },
      {
        follow: ['acme/shop', 'orgs/acme/projects/7', 'orgs/acme/projects/9'],
        impact: { 'Customer tier': 'segments', Severity: 'severity' },
        statuses: { Doing: 'active' },
      },
    );
    const { value } = (await tracker.listChanged(undefined, never)[Symbol.asyncIterator]().next()) as {
      value: { goals: readonly Goal[] };
    };
    let [goal] = value.goals;
    for await (const { goals } of tracker.listChanged(undefined, never)) {
      goal = goals.find(({ key }) => key === 'SHOP-142') ?? goal;
    }
    assert.equal(goal!.status!.name, 'Doing');
    assert.equal(goal!.priority!.label, 'Urgent');
    assert.deepEqual(goal!.impact!.segments!.value, ['Enterprise']);
    assert.equal(goal!.impact!.severity!.value, 'S2');
  });

  it('is found beyond the first ten of an issue', async () => {
    const others = Array.from({ length: 10 }, (_, index) => inProject(100 + index, { Status: 'Elsewhere' }));
    const issue = inProjects(...others, inProject(7, { Status: 'In Progress' }));
    const tracker = await start(
      { organization: board(item(issue)), nodes: [issue as { id: string }] },
      { follow: ['orgs/acme/projects/7'] },
    );
    const goals = (await pagesOf(tracker)).flatMap((each) => each.goals);
    assert.deepEqual(
      goals.map(({ status }) => status?.name),
      ['In Progress'],
    );
  });

  it('of an issue is read with more labels where there may be more, which is told where that is not enough', async () => {
    for (const [count, notes] of [
      [40, []],
      [130, ['I_142 may have more than the 100 labels that are read.']],
    ] as const) {
      const all = Array.from({ length: count }, (_, at) => ({ name: `label ${at}` }));
      const labels = ({ first }: { readonly first: number }) => ({ nodes: all.slice(0, first) });
      const issue = { ...fullIssue, labels };
      const tracker = await start({ organization: board(item(issue)), nodes: [issue] }, { follow });
      const pages = await pagesOf(tracker);
      assert.equal(pages[0]!.goals[0]!.labels.length, Math.min(count, 100));
      assert.deepEqual(
        pages.flatMap((each) => each.notes ?? []),
        notes,
      );
      await server().stop();
    }
  });

  it('of an issue is read as it came where more of its labels are too much for GitHub', async () => {
    const labels = { nodes: Array.from({ length: 30 }, (_, at) => ({ name: `label ${at}` })) };
    const tracker = await start(
      {
        organization: board(item({ ...fullIssue, labels })),
        onGraphql: ({ query }) =>
          query.includes('labels(first: 100)') ? { status: 502, json: { message: 'Too much.' } } : undefined,
      },
      { follow },
    );
    const pages = await pagesOf(tracker);
    assert.equal(pages[0]!.goals[0]!.labels.length, 30);
    const notes = pages.flatMap((each) => each.notes ?? []);
    assert.deepEqual(notes, ['I_142 may have more than the 30 labels that are read.']);
  });

  it('that cannot be seen any more is named, and the rest is read', async () => {
    const tracker = await start(
      { repositories: [shop], organization: board() },
      { follow: ['acme/gone', 'acme/shop', 'orgs/acme/projects/8'] },
    );
    const pages = await pagesOf(tracker);
    assert.ok(pages.some(({ goals }) => goals.some(({ key }) => key === 'SHOP-142')));
    const unread = pages.flatMap((each) => each.unread ?? []);
    assert.deepEqual(
      unread.map(({ place }) => place),
      ['acme/gone', 'orgs/acme/projects/8'],
    );
    assert.match(unread[0]!.detail ?? '', /Could not resolve/);
    assert.ok(pages.at(-1)!.mark !== undefined);
  });

  it('fails the list where nothing of what is followed can be seen', async () => {
    const tracker = await start({}, { follow: ['acme/gone', 'acme/lost'] });
    await assert.rejects(pagesOf(tracker), (error: { reason?: string }) => error.reason === 'notFound');
  });
});
