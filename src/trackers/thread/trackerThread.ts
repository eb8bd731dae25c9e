/* The worker thread that `TrackerThreadClient` starts: it reads the answers of trackers, so that the editor does not. */
import * as l10n from '@vscode/l10n';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadStart } from './threadContract';
import { ThreadConnections } from './threadConnections';

const { messages } = workerData as ThreadStart;
if (messages !== undefined) l10n.config({ contents: messages });
if (parentPort) {
  const { host } = new ThreadConnections(parentPort);
  parentPort.on('message', (message) => host.take(message));
}
