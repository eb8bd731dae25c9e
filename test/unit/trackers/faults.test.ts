import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { TrackerErrorReason } from '../../../src/core/tracker/trackerError';
import { maxPauseMs } from '../../../src/trackers/http/retryAfter';
import { until } from '../../support/until';
import { never, testToken } from './support/connect';
import { faults, type Fault } from './support/faults';
import { FaultServer } from './support/faultServer';
import { FaultySync, keptGoals } from './support/faultySync';
import { trackerKinds } from '../../../src/trackers/connection/trackerKind';
import { entryFor } from './support/kinds';

/** Goals are still there, and the fault is told without the token. */
async function assertUnharmed(faulty: FaultySync, reason: TrackerErrorReason, what: string): Promise<void> {
  const { error, goals } = faulty.sync.state;
  assert.equal(error?.reason, reason, `${what}: ${error?.message}`);
  assert.deepEqual(goals, keptGoals, what);
  assert.deepEqual(await faulty.onDisk(), keptGoals, what);
  const told = [
    ...faulty.lines,
    error.message,
    JSON.stringify(error),
    inspect(error, { depth: null }),
    error.stack,
  ];
  // Also no beginning of it, where a message is cut.
  assert.ok(!told.join('\n').includes(testToken.slice(0, 12)), `${what} tells the token`);
}

describe('A tracker that fails us', () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  const ends: (() => Promise<void>)[] = [];
  before(() => process.on('unhandledRejection', note));
  after(() => process.off('unhandledRejection', note));
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    assert.deepEqual(unhandled.splice(0), []);
  });

  const misbehaving = async (fault: Pick<Fault, 'misbehave' | 'tls'>): Promise<FaultServer> => {
    const server = await FaultServer.start(fault.misbehave, { tls: fault.tls ?? false });
    ends.push(() => server.stop());
    return server;
  };
  const inStep = async (entry: object, limits?: Fault['limits']): Promise<FaultySync> => {
    const faulty = await FaultySync.make(entry, limits);
    ends.unshift(() => faulty.remove());
    return faulty;
  };

  for (const fault of faults) {
    it(`harms nothing with ${fault.name.slice(0, 80)}`, async () => {
      for (const kind of trackerKinds) {
        const server = await misbehaving(fault);
        const faulty = await inStep(entryFor(kind, server.url), fault.limits);
        const { sync, clock } = faulty;
        await sync.sync(never);
        await assertUnharmed(faulty, fault.reason, kind);
        assert.equal(server.strayed, 0, `${kind} follows a redirect`);
        assertFew(server, kind);
        if (fault.pauseMs) await assertPause(faulty, server, fault.pauseMs, kind);
        assert.ok(!server.requests.join('\n').includes(testToken), `${kind} sends the token in an address`);
        assert.ok(clock.sleeps.every((pause) => pause < 20_000));
      }
    });
  }

  it('ends at once, with the connection, when it is stopped while nothing comes', async () => {
    for (const kind of trackerKinds) {
      const server = await misbehaving({ misbehave: () => undefined });
      const faulty = await inStep(entryFor(kind, server.url));
      const stop = new AbortController();
      const done = faulty.sync.sync(stop.signal);
      await until('asked', () => server.requests.length > 0);
      stop.abort();
      await done;
      await assertUnharmed(faulty, 'stopped', kind);
      await until('the connection is closed', () => server.connections === 0);
      assert.equal(server.requests.length, 1);
    }
  });

  it('ends at once when it is let go of while nothing comes', async () => {
    for (const kind of trackerKinds) {
      const server = await misbehaving({ misbehave: () => undefined });
      const faulty = await inStep(entryFor(kind, server.url));
      const done = faulty.sync.sync(never);
      await until('asked', () => server.requests.length > 0);
      faulty.sync.dispose();
      await done;
      await until('the connection is closed', () => server.connections === 0);
      assert.deepEqual(await faulty.onDisk(), keptGoals);
    }
  });

  it('harms nothing where nobody listens', async () => {
    const port = await freePort();
    for (const kind of trackerKinds) {
      const faulty = await inStep(entryFor(kind, `http://127.0.0.1:${port}`));
      await faulty.sync.sync(never);
      await assertUnharmed(faulty, 'unreachable', kind);
    }
  });

  it('harms nothing where a server speaks plain http, and is told from a bad certificate', async () => {
    for (const kind of trackerKinds) {
      const server = await misbehaving({ misbehave: (response) => response.end('{}') });
      const faulty = await inStep(entryFor(kind, server.url.replace('http:', 'https:')));
      await faulty.sync.sync(never);
      await assertUnharmed(faulty, 'plainHttp', kind);
      assert.deepEqual(server.requests, []);
    }
  });

  it('harms nothing where there is no such host', async () => {
    for (const kind of trackerKinds) {
      const faulty = await inStep(entryFor(kind, 'https://tracker.invalid'));
      await faulty.sync.sync(never);
      await assertUnharmed(faulty, 'dns', kind);
    }
  });
});

/** No request is sent more than three times, and few altogether. */
function assertFew(server: FaultServer, kind: string): void {
  const counts = new Map<string, number>();
  for (const request of server.requests) counts.set(request, (counts.get(request) ?? 0) + 1);
  for (const [request, count] of counts) assert.ok(count <= 3, `${kind}: ${count} × ${request}`);
  assert.ok(server.requests.length <= 9, `${kind}: ${server.requests.length} requests`);
}

/** Nothing is sent until the pause is over. */
async function assertPause({ sync, clock }: FaultySync, server: FaultServer, pauseMs: number, kind: string) {
  const retryAt = sync.state.error?.details.retryAt ?? 0;
  assert.ok(retryAt >= clock.now() + pauseMs, kind);
  assert.ok(retryAt <= clock.now() + maxPauseMs, kind);
  const { reason } = sync.state.error!;
  const sent = server.requests.length;
  await sync.sync(never);
  assert.equal(server.requests.length, sent, `${kind} asks during the pause`);
  assert.equal(sync.state.error?.reason, reason);
  clock.advance(retryAt - clock.now());
  await sync.sync(never);
  assert.ok(server.requests.length > sent, `${kind} asks after the pause`);
}

/** A port where nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
