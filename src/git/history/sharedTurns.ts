import { Turns } from '../../core/turns';
import type { HistoryProgress } from './readHistory';

/** Work that can be stopped and reports its progress. */
export type Work<T> = (signal: AbortSignal, onProgress: HistoryProgress) => Promise<T>;

interface Turn<T> {
  readonly stop: AbortController;
  readonly listeners: Set<HistoryProgress>;
  readonly done: Promise<T>;
  isStarted: boolean;
  waiting: number;
}

/**
 * Runs one piece of work at a time. Calls made during a run wait for the next one, which they share, as the current one
 * may miss what they ask for. A turn is stopped once everyone waiting for it has left.
 */
export class SharedTurns<T> {
  private readonly turns = new Turns();
  private next: Turn<T> | undefined;

  constructor(private readonly work: Work<T>) {}

  /** Waits for a turn that starts after this call. @throws the signal's reason, and whatever the work throws */
  async join(signal: AbortSignal | undefined, onProgress: HistoryProgress | undefined): Promise<T> {
    signal?.throwIfAborted();
    const turn = (this.next ??= this.makeTurn());
    turn.waiting += 1;
    if (onProgress) turn.listeners.add(onProgress);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        turn.waiting -= 1;
        if (onProgress) turn.listeners.delete(onProgress);
        if (turn.waiting === 0) {
          turn.stop.abort(signal?.reason);
          if (this.next === turn) this.next = undefined;
          // A caller that stops a running turn hears of it once git has ended.
          if (turn.isStarted) return;
        }
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', leave, { once: true });
      void turn.done.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  private makeTurn(): Turn<T> {
    const stop = new AbortController();
    const listeners = new Set<HistoryProgress>();
    const done = this.turns.run(() => {
      turn.isStarted = true;
      if (this.next === turn) this.next = undefined;
      return this.work(stop.signal, (phase, count) => listeners.forEach((tell) => tell(phase, count)));
    });
    const turn: Turn<T> = { stop, listeners, done, isStarted: false, waiting: 0 };
    return turn;
  }
}
