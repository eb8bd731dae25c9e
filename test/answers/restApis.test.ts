import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Tracker } from '../../src/trackers/port/tracker';
import * as azure from '../../src/trackers/kinds/azureDevOps/azureSchemas';
import * as jira from '../../src/trackers/kinds/jira/jiraSchemas';
import * as redmine from '../../src/trackers/kinds/redmine/redmineSchemas';
import { azureServer, full, item } from '../unit/trackers/kinds/azureDevOps/azureServer';
import { useCloud } from '../unit/trackers/kinds/jira/cloudStandIn';
import { connect, never, pagesOf } from '../unit/trackers/support/connect';
import { TrackerServer, type ReceivedRequest } from '../unit/trackers/support/trackerServer';
import { OpenApi } from './openApi';
import { pinnedFile } from './pinnedFile';

/** Asks a tracker for everything that it can be asked for. */
async function askAll(tracker: Tracker, key: string): Promise<void> {
  await tracker.checkConnection(never);
  for (const since of [undefined, Date.UTC(2026, 0, 1)]) await pagesOf(tracker, since);
  const { goals } = await tracker.getByKeys([key], never);
  await tracker.followables(never);
  await tracker.fields(never);
  const [goal] = goals;
  assert.ok(goal, 'it is found by its key');
  if (tracker.code?.answers.includes('goal')) await tracker.code.ask({ kind: 'goal', goal }, never);
}

/** An API as somebody describes it, in one or several files of a commit. */
interface Described {
  readonly repository: string;
  readonly commit: string;
  readonly paths: readonly string[];
}

async function described({ paths, ...place }: Described): Promise<OpenApi> {
  return new OpenApi(await Promise.all(paths.map((path) => pinnedFile(place, path))));
}

function unknownOf(api: OpenApi, requests: readonly ReceivedRequest[]): string[] {
  return [...new Set(requests.flatMap((request) => api.unknownIn(request)))];
}

const azureSpecs = {
  repository: 'MicrosoftDocs/vsts-rest-api-specs',
  commit: 'adb28786a3e9349d5b3deb43eb2134b682c33bb2',
};

describe('Azure DevOps, as Microsoft describes it', () => {
  const requests: ReceivedRequest[] = [];
  before(async () => {
    const answers: Readonly<Record<string, object>> = {
      '/org/_apis/projects': { value: [{ id: 'p', name: 'Web Shop' }] },
      '/org/_apis/teams': { value: [{ id: 't', projectName: 'Web Shop' }] },
    };
    const server = await azureServer({
      items: [full, item(8)],
      asOf: '2026-11-22T12:00:00Z',
      maxIds: 100,
      instead: ({ url }) => {
        const isAreas = url.pathname.endsWith('/teamfieldvalues');
        const areas = { field: { referenceName: 'System.AreaPath' }, values: [{ value: 'Shop' }] };
        const json = isAreas ? areas : answers[url.pathname];
        return json && { json };
      },
    }).start();
    const entry = {
      kind: 'azureDevOps',
      url: `${server.url}/org`,
      follow: ['Web Shop'],
      priority: 'Urgency',
    };
    await askAll((await connect(entry)).tracker, 'AB-7');
    await server.stop();
    requests.push(...server.requests);
    const asked = new Set(requests.map(({ url }) => url.pathname.split('/_apis/')[1]));
    assert.deepEqual([...asked].toSorted(), [
      ...['connectionData', 'projects', 'teams', 'wit/fields', 'wit/wiql', 'wit/workitemsbatch'],
      ...['wit/workitemtypes/Epic/states', 'wit/workitemtypes/User%20Story/states'],
      ...['work/processconfiguration', 'work/teamsettings/teamfieldvalues'],
    ]);
  });

  for (const [name, versions, unread] of [
    // Which texts are Markdown is read where it is told; a text without a tag is taken as it stands anyway.
    ['Server 7.1', ['azure-devops-server-7.1', '-onprem'], ['multilineFieldsFormat']],
    ['7.1', ['7.1', ''], ['multilineFieldsFormat']],
    ['7.2', ['7.2', ''], []],
  ] as const) {
    const [folder, end] = versions;
    const paths = ['wit/V/workItemTracking', 'work/V/work', 'core/V/core'].map(
      (path) => `specification/${path.replace('V', folder)}${end}.json`,
    );
    it(`knows in ${name} what we ask, and has what we read`, async () => {
      const api = await described({ ...azureSpecs, paths });
      // The one request that tells who is signed in is described nowhere.
      assert.deepEqual(unknownOf(api, requests), ['GET /org/_apis/connectionData']);
      const inList = (method: string, path: string, page: z.ZodObject<{ value: z.ZodArray }>): string[] =>
        api.unknownInEntry(method, `/org/${path}`, page.shape.value.element as z.ZodType);
      const missing = [
        ...api.unknownTo('POST', '/org/Shop/_apis/wit/wiql', azure.queryResultSchema),
        ...api.unknownInEntry('POST', '/org/_apis/wit/workitemsbatch', azure.workItemSchema),
        ...api.unknownInEntry('GET', '/org/_apis/wit/fields', azure.fieldSchema),
        ...inList('GET', 'Shop/_apis/wit/workitemtypes/Epic/states', azure.statesSchema),
        ...api.unknownTo('GET', '/org/Shop/_apis/work/processconfiguration', azure.processSchema),
        ...inList('GET', '_apis/projects', azure.projectsSchema),
        ...inList('GET', '_apis/teams', azure.teamsSchema),
        ...api.unknownTo('GET', '/org/Shop/T/_apis/work/teamsettings/teamfieldvalues', azure.areasSchema),
      ];
      assert.deepEqual(
        missing,
        unread.map((each) => `/org/_apis/wit/workitemsbatch.${each}`),
      );
    });
  }
});

describe('Jira Cloud, as Atlassian describes it', () => {
  const { start, cloud } = useCloud();
  it('knows in December 2025 what we ask, and has what we read', async () => {
    const api = await described({
      repository: 'jarekbird/jira-api-mcp-wrapper',
      commit: 'fea6054694f99860c85887a64b9f169fec71ed18',
      paths: ['swagger-v3.v3.json'],
    });
    const tracker = await start(({ url }) =>
      url.pathname === '/rest/api/3/issue/bulkfetch'
        ? { json: { issues: [{ id: '7', key: 'SHOP-7', fields: { summary: 'x' } }] } }
        : url.pathname === '/rest/api/3/project/search'
          ? { json: { values: [], isLast: true, startAt: 0, maxResults: 100, total: 0 } }
          : undefined,
    );
    await tracker.checkConnection(never);
    for (const since of [undefined, Date.UTC(2026, 0, 1)]) await pagesOf(tracker, since);
    assert.equal((await tracker.getByKeys(['SHOP-7'], never)).goals.length, 1);
    await tracker.followables(never);
    // What tells Cloud from Data Center has the same address in both, of the older version.
    assert.deepEqual(unknownOf(api, cloud().requests), ['GET /rest/api/2/serverInfo']);
    const root = '/rest/api/3';
    const values = (entry: z.ZodType): z.ZodType => z.object({ values: z.array(entry) });
    assert.deepEqual(
      [
        ...api.unknownTo('POST', `${root}/search/jql`, jira.cloudPageSchema),
        ...api.unknownTo('POST', `${root}/search/jql`, z.object({ issues: z.array(jira.issueSchema) })),
        ...api.unknownTo('POST', `${root}/issue/bulkfetch`, jira.bulkSchema),
        ...api.unknownTo('GET', `${root}/priority/search`, jira.valuesPageSchema),
        ...api.unknownTo('GET', `${root}/priority/search`, values(jira.prioritySchema)),
        ...api.unknownTo('GET', `${root}/project/search`, values(jira.projectSchema)),
        ...api.unknownInEntry('GET', `${root}/field`, jira.fieldSchema),
        ...api.unknownTo('GET', `${root}/myself`, jira.myselfSchema),
      ],
      // Nobody describes it, but Jira tells it of fields whose names are translated.
      [`${root}/field.untranslatedName`],
    );
  });
});

describe('Redmine 7, as redmine-openapi describes it', () => {
  it('knows what we ask, and has what we read', async () => {
    const issue = {
      id: 7,
      subject: 'x',
      project: { id: 1, name: 'Shop' },
      fixed_version: { id: 2, name: 'v' },
    };
    const answers: Readonly<Record<string, object>> = {
      '/users/current.json': { user: { id: 5 } },
      '/issue_statuses.json': { issue_statuses: [] },
      '/enumerations/issue_priorities.json': { issue_priorities: [] },
      '/custom_fields.json': { custom_fields: [] },
      '/projects/1/versions.json': { versions: [] },
      '/projects.json': { projects: [] },
      '/trackers.json': { trackers: [{ id: 1, name: 'Feature' }] },
      '/issues.json': { issues: [{ ...issue, assigned_to: { id: 9, name: 'Kim' } }], total_count: 1 },
      '/issues/7.json': { issue: { ...issue, changesets: [] } },
    };
    const server = await new TrackerServer(({ url }) => ({ json: answers[url.pathname] })).start();
    const { tracker } = await connect({ kind: 'redmine', url: server.url, follow: ['shop'] });
    await askAll(tracker, 'SHOP-7');
    await server.stop();
    const asked = new Set(server.requests.map(({ url }) => url.pathname));
    assert.deepEqual([...asked].toSorted(), Object.keys(answers).toSorted());
    const api = await described({
      repository: 'd-yoshi/redmine-openapi',
      commit: '106517241a5194dd6f194d63cde31dd3d5c42e00',
      paths: ['openapi.yaml'],
    });
    assert.deepEqual(unknownOf(api, server.requests), []);
    assert.deepEqual(
      [
        ...api.unknownTo('GET', '/issues.json', redmine.issuesPageSchema),
        ...api.unknownTo('GET', '/issues.json', z.object({ issues: z.array(redmine.issueSchema) })),
        ...api.unknownTo('GET', '/users/current.json', redmine.currentUserSchema),
        ...api.unknownTo('GET', '/issue_statuses.json', redmine.statusesSchema),
        ...api.unknownTo('GET', '/enumerations/issue_priorities.json', redmine.prioritiesSchema),
        ...api.unknownTo('GET', '/projects/1/versions.json', redmine.versionsSchema),
        ...api.unknownTo('GET', '/projects.json', redmine.projectsSchema),
        ...api.unknownTo('GET', '/trackers.json', redmine.trackersSchema),
        ...api.unknownTo('GET', '/custom_fields.json', redmine.customFieldsSchema),
      ],
      [],
    );
  });
});
