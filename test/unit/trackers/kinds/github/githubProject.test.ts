import assert from 'node:assert/strict';
import { never, pagesOf } from '../../support/connect';
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
    await assert.rejects(async () => {
      for await (const each of tracker.listChanged(undefined, never)) goals.push(...each.goals);
    });
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

  it('reads all of its pages', async () => {
    const items = Array.from({ length: 120 }, (_, index) => item(plainIssue(index + 1, at(index))));
    const tracker = await start({ organization: board(...items) }, { follow });
    const goals = (await pagesOf(tracker)).flatMap((each) => each.goals);
    assert.equal(new Set(goals.map(({ key }) => key)).size, 120);
  });
});
