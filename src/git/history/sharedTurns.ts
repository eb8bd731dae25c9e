import { Turns } from '../../core/turns';
import type { HistoryProgress } from './readHistory';

/** Work that can be stopped and tells how far it is. */
export type Work<T> = (signal: AbortSignal, onProgress: HistoryProgress) => Promise<T>;

interface Turn<T> {
  readonly stop: AbortController;
  readonly listeners: Set<HistoryProgress>;
  readonly done: Promise<T>;
  isStarted: boolean;
  waiting: number;
}

/**
 * One piece of work at a time. Who asks while it runs waits for a next turn, shared by all who ask until it starts, as
 * the running one may have missed what they ask for. A turn is stopped when all who wait for it have left.
 */
export class SharedTurns<T> {
  private readonly turns = new Turns();
  private next: Turn<T> | undefined;

  constructor(private readonly work: Work<T>) {}

  /** Waits for a turn that starts after this call. @throws the signal's reason, and what the work throws */
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
          // Whoever stops a running turn hears of it when git has gone.
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
