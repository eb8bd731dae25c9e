/* The worker thread that `ReportThreadClient` starts: it reads git and counts, so that the editor does not. */
import * as l10n from '@vscode/l10n';
import { parentPort, workerData } from 'node:worker_threads';
import { faultText } from '../../presentation/faultText';
import { progressText } from './progressText';
import { ReportMaker } from './reportMaker';
import type { FromThread, ThreadQuestion, ThreadStart, ToThread } from './threadMessages';

/** The least time between progress messages, in milliseconds. */
const newsMs = 100;

const { gitPath, messages } = workerData as ThreadStart;
if (messages !== undefined) l10n.config({ contents: messages });
const maker = new ReportMaker(gitPath);
const running = new Map<number, AbortController>();

parentPort?.on('message', (message: ToThread) => {
  if (message.type === 'cancel') running.get(message.id)?.abort();
  else void answer(message.id, message.question);
});

async function answer(id: number, question: ThreadQuestion): Promise<void> {
  const abort = new AbortController();
  running.set(id, abort);
  try {
    say({ type: 'answer', id, value: await answerTo(id, question, abort.signal) });
  } catch (error) {
    const text = faultText(error, { language: 'en', now: Date.now(), revenue: 'band' });
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ type: 'failed', id, detail, ...(text !== undefined && { text }) });
  } finally {
    running.delete(id);
  }
}

function answerTo(id: number, question: ThreadQuestion, signal: AbortSignal): unknown {
  switch (question.kind) {
    case 'goals':
      maker.useGoals(question.trackers);
      return undefined;
    case 'report': {
      let last = 0;
      return maker.make(
        question.request,
        {
          onProgress: (progress) => {
            if (Date.now() - last < newsMs) return;
            last = Date.now();
            say({ type: 'progress', id, progress: progressText(progress, question.request.language) });
          },
          onStage: (sheet) => say({ type: 'stage', id, sheet }),
        },
        signal,
      );
    }
    case 'commits':
      return maker.commits(question.drill);
    case 'write':
      return question.format === 'sentences' ? maker.sentences().join('\n') : maker.write(question.format);
  }
}

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}
