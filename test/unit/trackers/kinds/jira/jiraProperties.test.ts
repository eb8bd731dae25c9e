import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TrackerError } from '../../../../../src/core/tracker/trackerError';
import { connect, never, pagesOf } from '../../support/connect';
import { TrackerServer } from '../../support/trackerServer';
import { cloudInfo, cloudIssue } from './cloudFixtures';
import { serverFields } from './fieldFixtures';

/** An issue, any part of which may be anything. */
const oddIssue = fc.record(
  {
    id: fc.oneof(fc.constant('1'), fc.jsonValue()),
    key: fc.oneof(fc.constant('SHOP-1'), fc.jsonValue()),
    fields: fc.oneof(
      fc.jsonValue(),
      fc.record(
        Object.fromEntries(
          [...Object.keys(cloudIssue.fields), 'customfield_10101'].map((name) => [
            name,
            name === 'summary' ? fc.constant('Odd') : fc.jsonValue(),
          ]),
        ),
        { requiredKeys: ['summary'] },
      ),
    ),
  },
  { requiredKeys: [] },
);
const oddAnswer = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      issues: fc.array(oddIssue, { maxLength: 4 }),
      values: fc.jsonValue(),
      total: fc.oneof(fc.nat(5), fc.jsonValue()),
      maxResults: fc.jsonValue(),
      isLast: fc.jsonValue(),
      nextPageToken: fc.jsonValue(),
    },
    { requiredKeys: ['issues'] },
  ),
);

describe('Jira, whatever it answers', () => {
  let answer: unknown;
  let deploymentType: string;
  let lists: unknown;
  const server = new TrackerServer(({ url }) => {
    const { pathname } = url;
    if (pathname.endsWith('/serverInfo')) return { json: { ...cloudInfo, deploymentType } };
    if (pathname.endsWith('/myself')) return { json: { accountId: '1' } };
    if (/\/(field|priority(\/search)?)$/.test(pathname)) return { json: lists };
    return { json: answer };
  });
  before(() => server.start());
  after(() => server.stop());

  for (const kind of ['Cloud', 'Server']) {
    it(`gives goals or a TrackerError (${kind})`, async () => {
      deploymentType = kind;
      await fc.assert(
        fc.asyncProperty(
          oddAnswer,
          fc.oneof(fc.constant(serverFields), fc.jsonValue()),
          async (first, second) => {
            answer = first;
            lists = second;
            const { tracker } = await connect({
              kind: 'jira',
              url: server.url,
              impact: { 'Epic Link': 'score' },
            });
            for (const ask of [
              () => pagesOf(tracker),
              () => pagesOf(tracker, 0),
              () => tracker.getByKeys(['SHOP-1'], never),
              () => tracker.followables(never),
              () => tracker.fields(never),
            ]) {
              await ask().catch((error: unknown) => assert.ok(error instanceof TrackerError, String(error)));
            }
          },
        ),
        { numRuns: 60 },
      );
    }).timeout(20_000);
  }
});
