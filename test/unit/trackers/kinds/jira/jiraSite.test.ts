import assert from 'node:assert/strict';
import type { HttpClient } from '../../../../../src/trackers/http/httpClient';
import { planFields } from '../../../../../src/trackers/kinds/jira/jiraFields';
import { jiraGoal } from '../../../../../src/trackers/kinds/jira/jiraGoal';
import { issueSchema } from '../../../../../src/trackers/kinds/jira/jiraSchemas';
import { openSite } from '../../../../../src/trackers/kinds/jira/jiraSite';
import { connection, never } from '../../support/connect';
import { TestClock } from '../../support/testClock';
import { cloudInfo, cloudIssue } from './cloudFixtures';

const user = 'ada@example.com';

describe('Which Jira answers', () => {
  const siteOf = (entry: object, info: object = {}) => {
    const http = { ask: () => Promise.resolve(info) } as unknown as HttpClient;
    const readGoalsFile = () => assert.fail('Jira has none');
    return openSite(
      { connection: connection({ kind: 'jira', ...entry }), http, clock: new TestClock(), readGoalsFile },
      never,
    );
  };

  for (const [name, entry, info, browse, root] of [
    [
      'a site of Atlassian’s',
      { url: 'https://shop.atlassian.net/', user },
      {},
      'https://shop.atlassian.net',
      3,
    ],
    [
      'a site behind Atlassian’s gateway',
      { url: 'https://api.atlassian.com/ex/jira/11-22', user },
      cloudInfo,
      'https://shop.atlassian.net',
      3,
    ],
    [
      'a site at an address of its own',
      { url: 'https://jira.shop.example', user },
      cloudInfo,
      'https://jira.shop.example',
      3,
    ],
    [
      'a server',
      { url: 'https://example.com/jira' },
      { deploymentType: 'Server' },
      'https://example.com/jira',
      2,
    ],
    ['an old server', { url: 'https://example.com/jira' }, {}, 'https://example.com/jira', 2],
    [
      'a host that only looks like a site',
      { url: 'https://notatlassian.net' },
      { deploymentType: 'Server' },
      'https://notatlassian.net',
      2,
    ],
  ] as const) {
    it(`knows ${name}`, async () => {
      const site = await siteOf(entry, info);
      assert.deepEqual([site.browse, site.api.root], [browse, `/rest/api/${root}`]);
    });
  }

  it('leads people to the issue', () => {
    const lists = { plan: planFields([], {}), placeOf: () => ({ index: -1, of: 0 }) };
    const issue = issueSchema.parse(cloudIssue);
    const goal = jiraGoal(
      issue,
      connection({ kind: 'jira', url: 'https://example.com' }),
      lists,
      'https://example.com/jira',
    );
    assert.equal(goal!.url, 'https://example.com/jira/browse/SHOP-142');
  });
});
