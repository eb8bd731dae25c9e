/* Runs in the thread that `WorkerGoalsFileParser` starts: one file, one answer. */
import * as l10n from '@vscode/l10n';
import { parentPort, workerData } from 'node:worker_threads';
import { parseGoalsFile } from './parseGoalsFile';
import type { GoalsFileTask } from './workerGoalsFileParser';

const { text, trackerId, messages } = workerData as GoalsFileTask;
if (messages !== undefined) l10n.config({ contents: messages });
parentPort?.postMessage(parseGoalsFile(text, trackerId));
