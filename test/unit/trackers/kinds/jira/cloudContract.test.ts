import assert from 'node:assert/strict';
import { loadContract, type CloudContract } from './cloudContract';
import { cloudIssue } from './cloudFixtures';

describe('The vendor’s description of Jira Cloud', () => {
  let contract: CloudContract;
  before(async function () {
    this.timeout(60_000);
    contract = await loadContract();
  });
  const search = '/rest/api/3/search/jql';
  const request = (path: string, body?: object) => ({
    method: body ? 'POST' : 'GET',
    url: new URL(path, 'https://shop.atlassian.net'),
    headers: {},
    body,
  });

  it('fits the issue that the tests feed', () => {
    contract.checkAnswer(search, { issues: [cloudIssue], nextPageToken: null });
  });

  it('refuses answers that Jira would not give', () => {
    const status = { ...cloudIssue.fields.status, category: 'done' };
    for (const answer of [
      { issues: [cloudIssue], total: 1 },
      { issues: [{ ...cloudIssue, id: 7 }] },
      { issues: [{ ...cloudIssue, fields: { ...cloudIssue.fields, status } }] },
    ]) {
      assert.throws(() => contract.checkAnswer(search, answer));
    }
  });

  it('refuses requests that Jira does not know', () => {
    assert.throws(() => contract.checkRequest(request(search, { jql: 'x', startAt: 0 })));
    assert.throws(() => contract.checkRequest(request('/rest/api/3/project/search?order=name')));
    assert.throws(() => contract.checkRequest(request('/rest/api/3/search', { jql: 'x' })));
    contract.checkRequest(request(search, { jql: 'x', fields: ['id'], maxResults: 5000 }));
  });
});
