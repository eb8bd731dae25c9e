import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CodeInquiry } from '../port/codeInquiry';
import type { ConnectionReport, Followable, Tracker, TrackerField, TrackerPage } from '../port/tracker';
import type { ListPlace, ThreadCalls, TrackerTraits } from './threadContract';

type Asked<Name extends keyof ThreadCalls> = Omit<NonNullable<Parameters<ThreadCalls[Name]>[0]>, 'at'>;

/** Calls a function of the thread for one connection. */
export type AskThread = <Name extends keyof ThreadCalls>(
  name: Name,
  asked: Asked<Name>,
  signal?: AbortSignal,
) => Promise<Awaited<ReturnType<ThreadCalls[Name]>>>;

/** A tracker whose answers are read in a thread of their own. */
export class RemoteTracker implements Tracker {
  private static lists = 0;

  readonly overlapMs: number;
  readonly reportsDeletions: boolean;
  readonly code?: CodeInquiry;
  readonly listIds?: (signal: AbortSignal) => AsyncIterable<readonly string[]>;

  constructor(
    { overlapMs, reportsDeletions, listsIds, codeAnswers }: TrackerTraits,
    private readonly ask: AskThread,
    private readonly leave: (list: number) => void,
  ) {
    this.overlapMs = overlapMs;
    this.reportsDeletions = reportsDeletions;
    if (listsIds) this.listIds = (signal) => this.list('nextIds', {}, signal);
    if (codeAnswers) {
      this.code = { answers: codeAnswers, ask: (question, signal) => ask('askCode', { question }, signal) };
    }
  }

  checkConnection(signal: AbortSignal): Promise<ConnectionReport> {
    return this.ask('check', {}, signal);
  }

  listChanged(since: number | undefined, signal: AbortSignal): AsyncIterable<TrackerPage> {
    return this.list('nextPage', since === undefined ? {} : { since }, signal);
  }

  getByKeys(keys: readonly string[], signal: AbortSignal): Promise<TrackerPage> {
    return this.ask('byKeys', { keys }, signal);
  }

  followables(signal: AbortSignal): Promise<readonly Followable[]> {
    return this.ask('followables', {}, signal);
  }

  fields(signal: AbortSignal): Promise<readonly TrackerField[]> {
    return this.ask('fields', {}, signal);
  }

  /** A list is known to the thread by a number, which no other list of any tracker has. */
  private async *list<Name extends 'nextPage' | 'nextIds'>(
    name: Name,
    from: Pick<ListPlace, 'since'>,
    signal: AbortSignal,
  ): AsyncGenerator<NonNullable<Awaited<ReturnType<ThreadCalls[Name]>>>> {
    const list = (RemoteTracker.lists += 1);
    try {
      for (;;) {
        const part = await this.ask(name, { ...from, list } as Asked<Name>, signal);
        if (!part) return;
        yield part;
        // Node hands over messages for as long as there are any: without a turn between them, parts would be one block.
        await nextTurn();
      }
    } finally {
      this.leave(list);
    }
  }
}
