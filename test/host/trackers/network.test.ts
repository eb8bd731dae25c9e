import assert from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import type { TrackerError } from '../../../src/core/tracker/trackerError';
import { type GoalLensApi, goalLens } from '../support/goalLens';
import { Proxy } from '../support/proxy';
import { SecureService } from '../support/secureService';
import { refresh, Trackers } from '../support/trackers';

const token = 'a-token-of-this-test-only';
/** A host that only a proxy can lead to. */
const beyond = 'https://tracker.invalid';

describe("trackers through VS Code's own network settings", () => {
  let api: GoalLensApi;
  let trackers: Trackers;
  let service: SecureService;
  let proxy: Proxy | undefined;

  before(async () => {
    api = await goalLens();
    trackers = new Trackers(api);
  });
  beforeEach(async () => {
    service = await new SecureService().start();
  });
  afterEach(async () => {
    await trackers.end();
    for (const name of ['proxy', 'proxySupport', 'systemCertificates']) await setHttp(name, undefined);
    await proxy?.stop();
    await service.stop();
  });

  it('a proxy that wants a sign-in is named', async () => {
    await useProxy();
    assert.equal((await fault(beyond))?.reason, 'proxy');
    assert.deepEqual(proxy?.tunnels, ['tracker.invalid:443']);
    assert.match(trackers.state(beyond)?.fault?.message ?? '', /http\.proxy/);
  });

  it('a proxy leads to a tracker that cannot be reached without it', async () => {
    assert.equal((await fault(beyond))?.reason, 'dns');
    await useProxy(service);
    assert.equal(await fault(beyond), undefined);
    assert.ok(api.services.store.catalog.find('SHOP-2'));
    assert.deepEqual(new Set(proxy?.tunnels), new Set(['tracker.invalid:443']));
    assert.deepEqual(new Set(service.authorizations), new Set([`Bearer ${token}`]));
  });

  it('a proxy is passed by where the settings say so', async () => {
    await useProxy(service);
    await setHttp('proxySupport', 'off');
    assert.equal((await fault(beyond))?.reason, 'dns');
    assert.deepEqual(proxy?.tunnels, []);
  });

  it("a certificate of the system's store is trusted", async () => {
    assert.equal(await fault(`https://127.0.0.1:${service.port}`), undefined);
    assert.ok(api.services.store.catalog.find('SHOP-2'));
  });

  it('one that nobody vouches for is refused before a token is sent', async () => {
    await setHttp('systemCertificates', false);
    const { reason, details } = (await fault(`https://127.0.0.1:${service.port}`)) ?? {};
    assert.equal(reason, 'tls');
    assert.equal(details?.detail, 'DEPTH_ZERO_SELF_SIGNED_CERT');
    assert.deepEqual(service.authorizations, []);
  });

  /** Connects, asks, and tells what went wrong. */
  async function fault(url: string): Promise<TrackerError | undefined> {
    await trackers.setToken(url, token);
    await trackers.connect({ kind: 'rest', url });
    await refresh();
    return trackers.to(url).state.error;
  }

  async function useProxy(target?: SecureService): Promise<void> {
    proxy = await new Proxy(target).start();
    await setHttp('proxy', proxy.url);
  }
});

async function setHttp(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('http').update(name, value, ConfigurationTarget.Global);
}
