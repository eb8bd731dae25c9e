import type { ConnectOptions } from '../../../../src/trackers/port/connectedTracker';
import type { TrackerPage } from '../../../../src/trackers/port/tracker';
import {
  TrackerThreadClient,
  type TrackerThreadOptions,
} from '../../../../src/trackers/thread/trackerThreadClient';
import { useBuilt } from '../../../support/useBuilt';
import { testToken } from '../support/connect';

interface Service {
  start(): Promise<unknown>;
  stop(): Promise<void>;
}

/** How the tests sign in. */
export const given: ConnectOptions = { token: () => Promise.resolve(testToken) };

/** All goals of some pages. */
export function goalsIn(pages: readonly TrackerPage[]): TrackerPage['goals'] {
  return pages.flatMap((page) => page.goals);
}

/** Builds the thread for the tests of a suite; what a test starts ends with it. */
export function useThread() {
  const path = useBuilt('src/trackers/thread/trackerThread.ts');
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });
  return {
    newThread: (options: Partial<TrackerThreadOptions> = {}): TrackerThreadClient => {
      const thread = new TrackerThreadClient({ path: path(), ...options });
      ends.unshift(() => thread.dispose());
      return thread;
    },
    start: async <S extends Service>(service: S): Promise<S> => {
      await service.start();
      ends.push(() => service.stop());
      return service;
    },
    /** For a server that has started by itself. */
    stopLater: (server: Pick<Service, 'stop'>): void => void ends.push(() => server.stop()),
  };
}
