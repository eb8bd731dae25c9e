import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import { toConnection } from '../../../../src/trackers/connection/connection';
import { until } from '../../../support/until';
import { client } from '../support/client';
import { never, testToken } from '../support/connect';
import { TrackerServer, type CannedAnswer, type ReceivedRequest } from '../support/trackerServer';

const anything = z.unknown();

describe('HttpClient', () => {
  let server: TrackerServer | undefined;
  const start = async (
    answer: (request: ReceivedRequest, response: ServerResponse) => CannedAnswer | undefined,
  ): Promise<TrackerServer> => {
    server = await new TrackerServer(answer).start();
    return server;
  };
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  it('sends one request at a time', async () => {
    const waiting: ServerResponse[] = [];
    const { url } = await start((_, response) => void waiting.push(response));
    const { http } = client(url);
    const all = ['/1', '/2', '/3'].map((path) => http.ask({ path }, anything, never));
    for (let count = 1; count <= 3; count += 1) {
      await until('the next request', () => waiting.length === count);
      assert.equal(server!.requests.length, count);
      waiting[count - 1]!.setHeader('Content-Type', 'application/json').end(String(count));
    }
    assert.deepEqual(await Promise.all(all), [1, 2, 3]);
  });

  it('lets a fault of one request not spoil the next', async () => {
    const { url } = await start(({ url: { pathname } }) =>
      pathname === '/bad' ? { status: 404 } : { json: 1 },
    );
    const { http } = client(url);
    const bad = http.ask({ path: '/bad' }, anything, never);
    const good = http.ask({ path: '/good' }, anything, never);
    await assert.rejects(bad, { reason: 'notFound' });
    assert.equal(await good, 1);
  });

  it('stops waiting at once, also for its turn', async () => {
    const { url } = await start(() => undefined);
    const { http } = client(url);
    const [first, second] = [new AbortController(), new AbortController()];
    const running = http.ask({ path: '/hung' }, anything, first.signal);
    const queued = http.ask({ path: '/queued' }, anything, second.signal);
    second.abort();
    await assert.rejects(queued, { reason: 'stopped' });
    first.abort();
    await assert.rejects(running, { reason: 'stopped' });
    await assert.rejects(http.ask({ path: '/late' }, anything, first.signal), { reason: 'stopped' });
    assert.deepEqual(
      server!.requests.map(({ url: { pathname } }) => pathname).filter((path) => path !== '/hung'),
      [],
    );
  });

  it('keeps the base path, and leaves out what is undefined in a query', async () => {
    const { url } = await start(() => ({ json: 1 }));
    await client(`${url}/a/b/`).http.ask(
      { path: '/c', query: { q: 'x&y', n: 1, no: undefined } },
      anything,
      never,
    );
    assert.equal(server!.requests[0]!.url.href, `${url}/a/b/c?q=x%26y&n=1`);
  });

  it('goes to an address that the tracker gave', async () => {
    const { url } = await start(() => ({ json: 1 }));
    await client(`${url}/base`).http.ask({ path: `${url}/base/list?page=2` }, anything, never);
    assert.equal(server!.requests[0]!.url.href, `${url}/base/list?page=2`);
  });

  for (const [what, path] of [
    ['of another host', 'http://127.0.0.2/base/list'],
    ['of another scheme', 'https://127.0.0.1/base/list'],
    ['beside the base path', '{url}/other'],
    ['with a longer name', '{url}/base-of-others/list'],
    ['that climbs out', '{url}/base/../other'],
    ['that climbs out in disguise', '{url}/base/%2e%2e/other'],
    ['with another account', '{account}/base/list'],
    ['that is none', 'http://[broken'],
    ['that breaks the host', '@evil.example/'],
    ['that lengthens the port', '1/'],
  ] as const) {
    it(`sends nothing to an address ${what}`, async () => {
      const { url } = await start(() => ({ json: 1 }));
      const base = path.startsWith('{') || path.startsWith('http') ? `${url}/base` : url;
      const whole = path.replace('{url}', url).replace('{account}', url.replace('//', '//eve:pass@'));
      await assert.rejects(client(base).http.ask({ path: whole }, anything, never), { reason: 'redirected' });
      assert.equal(server!.requests.length, 0);
    });
  }

  it('signs in with the dialect, and not at all where the token is empty', async () => {
    const { url } = await start(() => ({ json: 1 }));
    await client(url).http.ask({ path: '/' }, anything, never);
    await client(url, { token: () => Promise.resolve('') }).http.ask({ path: '/' }, anything, never);
    assert.deepEqual(
      server!.requests.map(({ headers }) => headers.authorization),
      [`Bearer ${testToken}`, undefined],
    );
  });

  it('sends nothing where nobody is signed in', async () => {
    const { url } = await start(() => ({ json: 1 }));
    const { http } = client(url, { token: () => Promise.resolve(undefined) });
    await assert.rejects(http.ask({ path: '/' }, anything, never), { reason: 'signedOut' });
    assert.equal(server!.requests.length, 0);
  });

  it('sends nothing in the clear to another machine, and does not even ask for the token', async () => {
    let asked = 0;
    const far = toConnection({ kind: 'redmine', url: 'http://tracker.example' });
    const token = (): Promise<string> => Promise.resolve(String((asked += 1)));
    const { http } = client('https://tracker.example', { connection: far, token });
    await assert.rejects(http.ask({ path: '/' }, anything, never), { reason: 'insecure' });
    assert.equal(asked, 0);
  });

  it('posts a body as JSON', async () => {
    const { url } = await start(() => ({ json: 1 }));
    await client(url).http.ask({ path: '/', body: { a: 'ü' } }, anything, never);
    const [{ method, body, headers }] = server!.requests as [ReceivedRequest];
    assert.deepEqual([method, body, headers['content-type']], ['POST', { a: 'ü' }, 'application/json']);
  });

  it('asks with the ETag, and takes "not changed" for the same answer', async () => {
    const { url } = await start(({ headers }) =>
      headers['if-none-match'] === '"1"' ? { status: 304 } : { json: { n: 1 }, headers: { ETag: '"1"' } },
    );
    const { http } = client(url);
    const get = () => http.ask({ path: '/list', query: { page: 1 } }, anything, never);
    assert.deepEqual([await get(), await get()], [{ n: 1 }, { n: 1 }]);
    assert.equal(server!.requests[1]!.headers['if-none-match'], '"1"');
    await http.ask({ path: '/list', body: {} }, anything, never);
    assert.equal(server!.requests[2]!.headers['if-none-match'], undefined);
  });

  it('says where an answer has another shape, without what stands there', async () => {
    const { url } = await start(() => ({ json: { issues: [{ id: testToken }] } }));
    const schema = z.object({ issues: z.array(z.object({ id: z.number() })) });
    await assert.rejects(client(url).http.ask({ path: '/' }, schema, never), ({ message }: Error) => {
      assert.match(message, /^wrongShape · 127\.0\.0\.1:\d+ · issues\.0\.id: /);
      return !message.includes(testToken);
    });
  });

  it('logs an answer without its query', async () => {
    const { url } = await start(() => ({ json: 1 }));
    const { http, lines } = client(url);
    await http.ask({ path: '/list', query: { q: 'customer' } }, anything, never);
    assert.deepEqual(lines, [`${url}/list → 200, 1 bytes, 0 ms`]);
  });
});
