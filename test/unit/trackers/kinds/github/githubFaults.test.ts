import assert from 'node:assert/strict';
import { TrackerError } from '../../../../../src/core/tracker/trackerError';
import { pagesOf } from '../../support/connect';
import { TestClock } from '../../support/testClock';
import { useGithub } from './githubStandIn';

describe('faults that GitHub answers', () => {
  const { start } = useGithub();

  const now = new TestClock().now();
  for (const [what, answer, wait] of [
    [
      'a 403 with nothing left',
      {
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 300) },
        json: { message: 'API rate limit exceeded' },
      },
      300,
    ],
    [
      'a GraphQL error with the status 200',
      {
        status: 200,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 200) },
        json: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] },
      },
      200,
    ],
    [
      'a secondary limit that says how long',
      {
        status: 403,
        headers: { 'retry-after': '90', 'x-ratelimit-remaining': '4000' },
        json: { message: 'You have exceeded a secondary rate limit.' },
      },
      90,
    ],
    [
      'a secondary limit that does not say how long',
      {
        status: 403,
        headers: { 'x-ratelimit-remaining': '4000', 'x-ratelimit-reset': String(now / 1000 + 3000) },
        json: { message: 'You have exceeded a secondary rate limit.' },
      },
      60,
    ],
  ] as const) {
    it(`take ${what} for a pause`, async () => {
      const tracker = await start({ onGraphql: () => answer });
      await assert.rejects(pagesOf(tracker), (error) => {
        assert.ok(error instanceof TrackerError);
        assert.equal(error.reason, 'rateLimited');
        assert.equal(error.details.retryAt, now + wait * 1000);
        return true;
      });
    });
  }

  for (const [what, answer, reason, detail] of [
    [
      'a bad token',
      { status: 401, json: { message: 'Bad credentials', status: '401' } },
      'unauthorized',
      /Bad credentials/,
    ],
    [
      'single sign-on that is missing',
      {
        status: 403,
        headers: { 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso' },
        json: { message: 'Resource protected by organization SAML enforcement.' },
      },
      'forbidden',
      /SAML enforcement/,
    ],
    [
      'errors in what was sent',
      { status: 422, json: { message: 'Validation Failed', errors: [{ field: 'q', code: 'invalid' }] } },
      'rejected',
      /Validation Failed: invalid/,
    ],
    ['a page of HTML', { headers: { 'Content-Type': 'text/html' }, text: '<html>' }, 'notJson', /text\/html/],
  ] as const) {
    it(`say what is wrong: ${what}`, async () => {
      const tracker = await start({
        onGraphql: () => answer,
        rest: { '/repos/acme/shop/milestones': answer, '/repos/acme/shop/issues': answer },
      });
      await assert.rejects(pagesOf(tracker), { reason, message: detail });
    });
  }

  it('say which scope is missing for a project', async () => {
    const error = {
      type: 'INSUFFICIENT_SCOPES',
      message: "required scopes … The 'projectItems' field requires 'read:project'.",
    };
    const tracker = await start(
      { onGraphql: () => ({ json: { errors: [error] } }) },
      { follow: ['orgs/acme/projects/7'] },
    );
    await assert.rejects(pagesOf(tracker), { reason: 'forbidden', message: /read:project/ });
  });
});
