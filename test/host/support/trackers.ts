import { isDeepStrictEqual } from 'node:util';
import { commands, ConfigurationTarget, workspace } from 'vscode';
import type { LiveConnection } from '../../../src/workspace/trackers/liveConnection';
import type { TrackerState } from '../../../src/core/tracker/trackerState';
import { signInPlace } from '../../../src/core/tracker/signInPlace';
import { CommitWatch } from '../../../src/vscode/surfaces/panel/commitWatch';
import { GoalHistory } from '../../../src/vscode/surfaces/panel/goalHistory';
import { panelPort } from '../../../src/vscode/surfaces/panel/panelPort';
import type { PanelState } from '../../../src/panel/contract/panelState';
import { until } from '../../support/until';
import { GoalServer, type Data } from '../../unit/trackers/kinds/rest/goalServer';
import type { GoalLensApi } from './goalLens';

/** The trackers of one test: their stand-ins, the setting that names them, and the tokens for them. */
export class Trackers {
  private readonly servers: GoalServer[] = [];
  private readonly addresses = new Set<string>();
  private readonly written = new Set<ConfigurationTarget>();

  constructor(private readonly api: GoalLensApi) {}

  /** A REST service on this machine that wants this token, with the time of now. */
  async serve(data: Data, token: string): Promise<GoalServer> {
    const server = await new GoalServer(data, token, () => new Date()).start();
    this.servers.push(server);
    return server;
  }

  async setToken(url: string, token: string): Promise<void> {
    this.addresses.add(url);
    await this.api.services.tokens.set(signInPlace({ url }), token);
  }

  /** Writes the setting as a repository would bring it, and waits until it is in effect. */
  connect(...entries: readonly object[]): Promise<void> {
    return this.connectIn(ConfigurationTarget.Workspace, ...entries);
  }

  /** Writes the setting in one of its places, and waits until it is in effect. */
  async connectIn(target: ConfigurationTarget, ...entries: readonly object[]): Promise<void> {
    const { settings, connections } = this.api.services;
    const value = entries.length > 0 ? entries : undefined;
    if (value) this.written.add(target);
    await workspace.getConfiguration('goalLens').update('trackers', value, target);
    await until('the setting is read', () => isDeepStrictEqual(settings.trackers, entries));
    await connections.update();
  }

  /** The connection to an address. */
  to(url: string): LiveConnection {
    const found = this.api.services.connections.all.find(({ connection }) => connection.url === url);
    if (!found) throw new Error(`${url} is not connected.`);
    return found;
  }

  /** What the rest of the extension knows of the tracker at an address. */
  state(url: string): TrackerState | undefined {
    return this.api.services.store.get(this.to(url).connection.id);
  }

  /** Lets go of everything: the setting, the tokens, and the servers. */
  async end(): Promise<void> {
    for (const target of this.written) await this.connectIn(target);
    this.written.clear();
    for (const address of this.addresses)
      await this.api.services.tokens.delete(signInPlace({ url: address }));
    for (const server of this.servers.splice(0)) await server.stop().catch(() => undefined);
  }
}

/** Asks every tracker, as the button does. */
export async function refresh(): Promise<void> {
  await commands.executeCommand('goalLens.refresh');
}

/** The state that the panel's page would get. */
export function panelState({ services, drift }: GoalLensApi): PanelState {
  const history = new GoalHistory(services);
  const commits = new CommitWatch(services);
  const check = { concerns: [] };
  try {
    return panelPort(services, { history, commits, check, drift }).state([]);
  } finally {
    history.dispose();
    commits.dispose();
  }
}
