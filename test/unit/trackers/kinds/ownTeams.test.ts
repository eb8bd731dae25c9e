import assert from 'node:assert/strict';
import type { Goal } from '../../../../src/core/goal/goal';
import { connect, pagesOf } from '../support/connect';
import { TrackerServer, type CannedAnswer } from '../support/trackerServer';
import { azureServer, full as workItem } from './azureDevOps/azureServer';
import { plainIssue } from './github/githubFixtures';
import { githubStandIn, queriesOf } from './github/githubStandIn';
import { issue as linearIssue, onePage, project as linearProject, workspace } from './linear/linearWorkspace';

/** Whose the goals of a connection are, by title. */
async function mineIn(entry: object): Promise<Record<string, Goal['mine']>> {
  const { tracker } = await connect(entry);
  const goals = (await pagesOf(tracker)).flatMap((page) => page.goals);
  return Object.fromEntries(goals.map(({ title, mine }) => [title, mine]));
}

describe('What belongs to a team of the person who is signed in', () => {
  let server: TrackerServer;
  const start = async (made: TrackerServer): Promise<TrackerServer> => (server = await made.start());
  afterEach(() => server.stop());

  it('is what stands in their teams in Linear, asked for once', async () => {
    const assignee = { name: 'Kim', email: 'kim@shop.example', isMe: false };
    const teams = (...keys: string[]) => ({ nodes: keys.map((key) => ({ key })) });
    await start(
      workspace({
        viewer: () => ({ teams: teams('SHOP') }),
        projects: () =>
          onePage([{ ...linearProject, lead: null, teams: teams('OPS', 'SHOP'), name: 'Shared' }]),
        issues: () =>
          onePage([
            { ...linearIssue, id: '1', identifier: 'SHOP-1', title: 'Ours', assignee },
            { ...linearIssue, id: '2', identifier: 'OPS-1', title: 'Theirs', assignee },
          ]),
      }),
    );
    const { tracker } = await connect({ kind: 'linear', url: server.url });
    const read = async () => (await pagesOf(tracker)).flatMap((page) => page.goals);
    assert.deepEqual(
      (await read()).map(({ title, mine }) => [title, mine]),
      [
        ['Shared', 'team'],
        ['Ours', 'team'],
        ['Theirs', undefined],
      ],
    );
    await read();
    const asked = server.requests.filter(({ body }) => JSON.stringify(body).includes('OwnTeams'));
    assert.equal(asked.length, 1);
  });

  const team = (...logins: string[]) => ({
    members: {
      totalCount: logins.length,
      nodes: logins.map((login) => ({ login, isViewer: login === 'priya' })),
    },
  });
  const githubIssue = (number: number, title: string, ...logins: string[]) =>
    plainIssue(number, '2026-11-20T10:00:00Z', {
      title,
      assignees: { nodes: logins.map((login) => ({ login, name: null, isViewer: login === 'priya' })) },
    });
  const github = (organization?: object) => {
    const issues = [
      githubIssue(1, 'Ours', 'Sam'),
      githubIssue(2, 'Theirs', 'kim'),
      githubIssue(3, 'Mine', 'priya'),
    ];
    const repositories = [{ nameWithOwner: 'acme/shop', issues }];
    return start(githubStandIn({ repositories, ...(organization && { organization }) }));
  };

  it('is what is assigned to a member of their teams in GitHub', async () => {
    await github({
      teams: ({ role }: { readonly role: string }) => ({
        // Who administers a team need not be in it.
        nodes: role === 'MEMBER' ? [team('priya', 'sam')] : [team('kim')],
      }),
    });
    const mine = await mineIn({ kind: 'github', url: `${server.url}/api`, follow: ['acme/shop'] });
    assert.deepEqual(mine, { Ours: 'team', Theirs: undefined, Mine: 'me' });
    assert.equal(queriesOf(server).filter((name) => name === 'GoalLensOwnTeams').length, 1);
  });

  it('is nothing in GitHub where the token may not see teams', async () => {
    await github();
    const mine = await mineIn({ kind: 'github', url: `${server.url}/api`, follow: ['acme/shop'] });
    assert.deepEqual(mine, { Ours: undefined, Theirs: undefined, Mine: 'me' });
  });

  const azureItem = (id: number, title: string, area: string) => ({
    ...workItem,
    id,
    fields: { ...workItem.fields, 'System.Title': title, 'System.AreaPath': area },
  });
  const azure = (teams: CannedAnswer, areas: CannedAnswer) =>
    start(
      azureServer({
        items: [
          azureItem(1, 'Ours', 'Web Shop\\Checkout'),
          azureItem(2, 'Ours too', 'Web Shop\\Checkout\\Payments'),
          azureItem(3, 'Theirs', 'Web Shop\\CheckoutOld'),
          azureItem(4, 'Above', 'Web Shop'),
        ],
        asOf: '2026-11-22T12:00:00Z',
        maxIds: 20_000,
        instead: ({ url }) =>
          url.pathname === '/org/_apis/teams'
            ? teams
            : url.pathname.endsWith('/teamfieldvalues')
              ? areas
              : undefined,
      }),
    );
  const ownTeams = {
    json: {
      value: [
        { id: 't1', name: 'Checkout', projectName: 'Web Shop', projectId: 'p1' },
        { id: 't2', name: 'Elsewhere', projectName: 'Other', projectId: 'p2' },
      ],
    },
  };
  const area = (includeChildren: boolean) => ({
    json: {
      field: { referenceName: 'System.AreaPath' },
      values: [{ value: 'Web Shop\\Checkout', includeChildren }],
    },
  });

  it('is what lies in the areas of their teams in Azure DevOps', async () => {
    await azure(ownTeams, area(true));
    const entry = () => ({ kind: 'azureDevOps', url: `${server.url}/org`, follow: ['Web Shop'] });
    const none = { Theirs: undefined, Above: undefined };
    assert.deepEqual(await mineIn(entry()), { Ours: 'team', 'Ours too': 'team', ...none });
    const paths = server.requests.map(({ url }) => decodeURIComponent(url.pathname));
    assert.deepEqual(
      paths.filter((path) => path.endsWith('teamfieldvalues')),
      ['/org/Web Shop/t1/_apis/work/teamsettings/teamfieldvalues'],
    );
    await server.stop();
    await azure(ownTeams, area(false));
    assert.deepEqual(await mineIn(entry()), { Ours: 'team', 'Ours too': undefined, ...none });
    await server.stop();
    await azure({ status: 401, text: '' }, area(true));
    assert.deepEqual(await mineIn(entry()), { Ours: undefined, 'Ours too': undefined, ...none });
  });

  it('is what is assigned to their groups in Redmine, which takes that for theirs', async () => {
    const ours = { id: 1, subject: 'Ours', assigned_to: { id: 9, name: 'Checkout' } };
    const theirs = { id: 2, subject: 'Theirs', assigned_to: { id: 8, name: 'Kim' } };
    const mine = { id: 3, subject: 'Mine', assigned_to: { id: 5, name: 'Robin' } };
    const answers: Record<string, object> = {
      '/users/current.json': { user: { id: 5, login: 'robin' } },
      '/issue_statuses.json': { issue_statuses: [] },
      '/enumerations/issue_priorities.json': { issue_priorities: [] },
    };
    const isOfMe = ({ searchParams }: URL): boolean => searchParams.get('assigned_to_id') === 'me';
    await start(
      new TrackerServer(({ url }) => {
        if (isOfMe(url)) return { json: { issues: [ours, mine], total_count: 2 } };
        if (url.pathname === '/issues.json')
          return { json: { issues: [ours, theirs, mine], total_count: 3 } };
        const json = answers[url.pathname];
        return json ? { json } : { status: 403, text: '' };
      }),
    );
    const read = await mineIn({ kind: 'redmine', url: server.url, follow: ['shop'] });
    assert.deepEqual(read, { Ours: 'team', Theirs: undefined, Mine: 'me' });
    assert.equal(server.requests.filter(({ url }) => isOfMe(url)).length, 1);
  });
});
