import assert from 'node:assert/strict';
import * as z from 'zod';
import type { TrackerError } from '../../../../src/core/tracker/trackerError';
import { graphql } from '../../../../src/trackers/http/graphql';
import { client } from '../support/client';
import { never, testToken } from '../support/connect';
import { TrackerServer, type CannedAnswer } from '../support/trackerServer';

const anything = z.unknown();
const hour = 60 * 60_000;

describe('HttpClient, after a refusal', () => {
  let server: TrackerServer;
  /** Gives the answers one after the other, the last one for ever. */
  const start = async (...answers: CannedAnswer[]): Promise<TrackerServer> => {
    server = await new TrackerServer(
      () => answers[Math.min(server.requests.length, answers.length) - 1],
    ).start();
    return server;
  };
  afterEach(() => server.stop());

  it('asks again after a passing fault, later each time', async () => {
    const { url } = await start({ status: 502 }, { status: 500 }, { json: 1 });
    const { http, clock } = client(url);
    assert.equal(await http.ask({ path: '/' }, anything, never), 1);
    // Half of the pause is up to chance, which is 0.5 here.
    assert.deepEqual(clock.sleeps, [375, 750]);
  });

  it('asks again after the clock was set back by a year within a pause', async () => {
    const { url } = await start({ status: 429, headers: { 'Retry-After': '600' } }, { json: 1 });
    const { http, clock } = client(url);
    const ask = () => http.ask({ path: '/' }, anything, never);
    await assert.rejects(ask(), { reason: 'rateLimited' });
    clock.advance(60_000);
    await assert.rejects(ask(), { reason: 'rateLimited' });
    assert.equal(server.requests.length, 1);
    clock.advance(-365 * 24 * hour);
    assert.equal(await ask(), 1);
    assert.deepEqual(clock.sleeps, []);
  });

  it('gives up after three tries', async () => {
    const { url } = await start({ status: 503 });
    await assert.rejects(client(url).http.ask({ path: '/' }, anything, never), { reason: 'serverError' });
    assert.equal(server.requests.length, 3);
  });

  it('does not ask again after a lasting fault', async () => {
    const { url } = await start({ status: 401 });
    await assert.rejects(client(url).http.ask({ path: '/' }, anything, never), { reason: 'unauthorized' });
    assert.equal(server.requests.length, 1);
  });

  it('waits a short pause out, and a little longer', async () => {
    const { url } = await start({ status: 429, headers: { 'Retry-After': '10' } }, { json: 1 });
    const { http, clock } = client(url);
    assert.equal(await http.ask({ path: '/' }, anything, never), 1);
    assert.deepEqual(clock.sleeps, [10_250]);
  });

  it('is slower where a tracker asks for it with good answers', async () => {
    const slowed = { json: 1, headers: { 'Retry-After': '5' } };
    const { url } = await start(slowed, { json: 2, headers: { 'Retry-After': '0' } }, { json: 3 });
    const { http, clock } = client(url);
    for (const expected of [1, 2, 3]) assert.equal(await http.ask({ path: '/' }, anything, never), expected);
    assert.deepEqual(clock.sleeps, [5_000]);
  });

  it('stops waiting when it is told to', async () => {
    const { url } = await start({ status: 429, headers: { 'Retry-After': '10' } });
    const stop = new AbortController();
    const { http, clock } = client(url);
    clock.sleep = (_, signal) => {
      stop.abort();
      return Promise.reject(signal.reason as Error);
    };
    await assert.rejects(http.ask({ path: '/' }, anything, stop.signal), { reason: 'stopped' });
    assert.equal(server.requests.length, 1);
  });

  for (const [status, reason] of [
    [429, 'rateLimited'],
    [503, 'serverError'],
  ] as const) {
    it(`is silent for as long as a ${status} asks for`, async () => {
      const { url } = await start({ status, headers: { 'Retry-After': '300' } }, { json: 1 });
      const { http, clock } = client(url);
      const retryAt = clock.now() + 300_000;
      const get = (): Promise<unknown> => http.ask({ path: '/' }, anything, never);
      const isRefusal = (error: TrackerError) => error.reason === reason && error.details.retryAt === retryAt;
      await assert.rejects(get(), isRefusal);
      await assert.rejects(get(), isRefusal);
      clock.advance(200_000);
      await assert.rejects(get(), isRefusal);
      assert.equal(server.requests.length, 1);
      clock.advance(100_000);
      assert.equal(await get(), 1);
    });
  }

  it('takes no passing fault for a pause because a limit starts anew some time', async () => {
    const { url } = await start({ status: 503 }, { json: 1 });
    const { http, clock } = client(url, {
      dialect: { authorize: () => ({}), rateLimit: (_, now) => ({ remaining: 0, resetAt: now + hour }) },
    });
    assert.equal(await http.ask({ path: '/' }, anything, never), 1);
    assert.deepEqual(clock.sleeps, [375]);
    assert.deepEqual(http.rateLimit, { remaining: 0, resetAt: clock.now() + hour });
  });

  it('pauses for a minute where a limit that was told of earlier is over', async () => {
    const { url } = await start({ json: 1, headers: { reset: '1' } }, { status: 429 });
    const { http, clock } = client(url, {
      dialect: {
        authorize: () => ({}),
        rateLimit: ({ reset }, now) => (reset ? { remaining: 0, resetAt: now + 1000 } : undefined),
      },
    });
    await http.ask({ path: '/' }, anything, never);
    clock.advance(hour);
    await assert.rejects(http.ask({ path: '/' }, anything, never), (error: TrackerError) => {
      return error.details.retryAt === clock.now() + 60_000;
    });
  });

  it('pauses where the dialect knows the answer for a rate limit', async () => {
    const { url } = await start({ status: 200, json: { errors: 'RATELIMITED' } });
    const { http } = client(url, { dialect: { authorize: () => ({}), refusal: () => 'rateLimited' } });
    for (let count = 0; count < 3; count += 1) {
      await assert.rejects(http.ask({ path: '/' }, anything, never), { reason: 'rateLimited' });
    }
    assert.equal(server.requests.length, 1);
  });

  it('repeats what the tracker says, on one line and without what signs us in', async () => {
    const basic = Buffer.from(`a@b.example:${testToken}`).toString('base64');
    const said = `No\n entry  for Basic ${basic}, ${testToken} or ${'x'.repeat(230)}${testToken}`;
    const { url } = await start({ status: 403, json: { message: said } });
    const { http } = client(url, { dialect: { authorize: () => ({ Authorization: `Basic ${basic}` }) } });
    await assert.rejects(http.ask({ path: '/' }, anything, never), ({ details }: TrackerError) => {
      assert.equal(details.detail, `No entry for Basic …, … or ${'x'.repeat(230)}…`);
      return true;
    });
  });

  it('does so for the errors of GraphQL too', async () => {
    const errors = [{ message: `Bad ${testToken}`, extensions: { code: 'AUTHENTICATION_ERROR' } }];
    const { url } = await start({ json: { data: null, errors } });
    const request = { path: '/graphql', query: '{ me }', variables: {} };
    await assert.rejects(
      graphql(client(url).http, 'host', request, z.object({}), never),
      (error: TrackerError) => {
        assert.equal(error.message, 'unauthorized · host · Bad …');
        return true;
      },
    );
  });

  it('names where a redirect leads, and nothing where a refusal has a Location', async () => {
    const headers = { Location: 'https://login.example/?from=here' };
    const { url } = await start({ status: 302, headers }, { status: 401, headers, json: { message: 'No' } });
    const { http } = client(url);
    await assert.rejects(http.ask({ path: '/' }, anything, never), {
      message: /redirected · 302 .* login\.example$/,
    });
    await assert.rejects(http.ask({ path: '/' }, anything, never), { message: /unauthorized · 401 .* No$/ });
  });
});
