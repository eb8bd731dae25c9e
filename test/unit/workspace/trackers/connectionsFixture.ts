import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoalStore } from '../../../../src/core/catalog/goalStore';
import { Emitter } from '../../../../src/core/event';
import { TrackerConnections } from '../../../../src/workspace/trackers/trackerConnections';
import type { SignInPlace } from '../../../../src/core/tracker/signInPlace';
import { connectTracker } from '../../../../src/trackers/connectTracker';
import { MemoryLeftovers } from './memoryLeftovers';
import { goals, GoalServer, type Data } from '../../trackers/kinds/rest/goalServer';

/** Tokens as an editor keeps them, for every window of it. */
export class KeptTokens {
  private readonly tokens = new Map<string, string>();
  private readonly changed = new Emitter<SignInPlace>();
  readonly accountChanged = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  readonly onDidChangeAccount = this.accountChanged.event;

  get(address: string): Promise<string | undefined> {
    return Promise.resolve(this.tokens.get(address));
  }

  accountToken(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  keep(address: string, token: string): void {
    this.tokens.set(address, token);
    this.changed.fire(address as SignInPlace);
  }

  delete(address: string): Promise<void> {
    this.tokens.delete(address);
    this.changed.fire(address as SignInPlace);
    return Promise.resolve();
  }

  set(address: string, token: string): Promise<void> {
    this.keep(address, token);
    return Promise.resolve();
  }
}

/** A person who looks, or not, and what was shown while something lasted. */
export class Person {
  isLooking = true;
  readonly titles: string[] = [];
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  watch(title: string, run: (say: (message: string) => void) => Promise<void>): Promise<void> {
    this.titles.push(title);
    return run(() => undefined);
  }

  looks(isLooking: boolean): void {
    this.isLooking = isLooking;
    this.changed.fire();
  }
}

const data = (count: number): Data => ({ goals: goals(count) });

/** A service and windows that are connected to it, for the tests of a suite. */
export function useConnections() {
  let folder = '';
  let server: GoalServer;
  const lines: string[] = [];
  const note = (line: string, ...details: unknown[]): void => void lines.push([line, ...details].join(' '));
  const log = { debug: note, info: note, warn: note, error: note };
  const opened: TrackerConnections[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'goal-lens-connections-'));
    server = await new GoalServer(data(3)).start();
    lines.length = 0;
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) each.dispose();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function window(tokens: KeptTokens, person = new Person()) {
    const entries = {
      trackers: [{ kind: 'rest', url: server.url }] as unknown[],
      changed: new Emitter<void>(),
    };
    const every = { ms: 5 * 60_000 };
    const store = new GoalStore();
    const connections = new TrackerConnections({
      leftovers: new MemoryLeftovers(),
      connectTracker,
      entries: {
        get trackers() {
          return entries.trackers;
        },
        onDidChange: entries.changed.event,
      },
      tokens,
      onlooker: person,
      store,
      cacheFolder: folder,
      textOptions: () => ({ language: 'en', now: Date.now(), revenue: 'band' }),
      log,
      everyMs: () => every.ms,
    });
    opened.push(connections);
    const keys = (): string[] => store.catalog.trackers.flatMap((each) => each.goals.map(({ key }) => key));
    return { connections, store, entries, person, every, keys };
  }

  return {
    window,
    lines,
    get folder() {
      return folder;
    },
    get server() {
      return server;
    },
  };
}
