import assert from 'node:assert/strict';
import * as z from 'zod';
import * as jira from '../../src/trackers/kinds/jira/jiraSchemas';
import { serverIssue } from '../unit/trackers/kinds/jira/serverFixtures';
import { connect, never, pagesOf } from '../unit/trackers/support/connect';
import { TrackerServer } from '../unit/trackers/support/trackerServer';
import { OpenApi } from './openApi';
import { pinnedFile } from './pinnedFile';
import { openApiOfWadl } from './wadl';

const root = '/rest/api/2';

describe('Jira Server 8.4, as Atlassian describes it', () => {
  it('knows what we ask, and has what we read', async () => {
    const place = { repository: 'cwiechmann/jira-api', commit: '20d2175838f92df37026f0c4a9539693843cd9ce' };
    const api = new OpenApi([openApiOfWadl(await pinnedFile(place, 'jira-rest-plugin.wadl'))]);
    const answers: Readonly<Record<string, unknown>> = {
      serverInfo: { version: '8.4.3' },
      myself: { key: 'JIRAUSER10001', name: 'ada' },
      search: { issues: [serverIssue], startAt: 0, maxResults: 100, total: 1 },
      field: [],
      priority: [],
      project: [],
    };
    let isKnown = true;
    const server = await new TrackerServer(({ url, method }) => {
      const name = url.pathname.replace(`${root}/`, '');
      if (name === 'search' && method === 'GET' && !isKnown) return { status: 400, json: {} };
      if (name.startsWith('issue/')) return { json: serverIssue };
      return { json: answers[name] };
    }).start();
    try {
      const { tracker } = await connect({ kind: 'jira', url: server.url, follow: ['SHOP'] });
      await tracker.checkConnection(never);
      for (const since of [undefined, Date.UTC(2026, 0, 1)]) await pagesOf(tracker, since);
      assert.equal((await tracker.getByKeys(['SHOP-7'], never)).goals.length, 1);
      isKnown = false;
      assert.equal((await tracker.getByKeys(['SHOP-7'], never)).goals.length, 1);
      await tracker.followables(never);
      await tracker.fields(never);
    } finally {
      await server.stop();
    }
    const asked = new Set(server.requests.map(({ method, url }) => `${method} ${url.pathname}`));
    assert.deepEqual([...asked].toSorted(), [
      ...['field', 'issue/SHOP-7', 'myself', 'priority', 'project', 'search', 'serverInfo'].map(
        (name) => `GET ${root}/${name}`,
      ),
      `POST ${root}/search`,
    ]);
    assert.deepEqual(
      server.requests.flatMap((request) => api.unknownIn(request)),
      [],
    );
    assert.deepEqual(
      [
        ...api.unknownTo('POST', `${root}/search`, jira.serverPageSchema),
        ...api.unknownTo('POST', `${root}/search`, z.object({ issues: z.array(jira.issueSchema) })),
        ...api.unknownTo('GET', `${root}/issue/SHOP-7`, jira.issueSchema),
        ...api.unknownTo('GET', `${root}/serverInfo`, jira.serverInfoSchema),
        ...api.unknownTo('GET', `${root}/myself`, jira.myselfSchema),
        ...api.unknownInEntry('GET', `${root}/field`, jira.fieldSchema),
        ...api.unknownInEntry('GET', `${root}/priority`, jira.prioritySchema),
        ...api.unknownInEntry('GET', `${root}/project`, jira.projectSchema),
      ],
      // Who somebody is in the cloud, and what nobody describes.
      [`${root}/myself.accountId`, `${root}/field.untranslatedName`],
    );
  });
});
