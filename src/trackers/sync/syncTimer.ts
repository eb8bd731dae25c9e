import { nextSyncAt, syncEveryMs, type SyncHistory } from './schedule';

/** A timer cannot wait longer than this (a 32-bit number of milliseconds). */
const maxTimerMs = 2 ** 31 - 1;

/** Calls when a tracker is to be asked again. Nobody is asked while nobody looks. */
export class SyncTimer {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly isWatched: () => boolean,
    private readonly onDue: () => void,
    private readonly everyMs: () => number = () => syncEveryMs,
  ) {}

  /** Waits anew, from what is known now; also when somebody begins or ceases to look. */
  restart(history: SyncHistory): void {
    this.stop();
    const now = Date.now();
    const at = nextSyncAt(history, now, this.everyMs());
    if (!this.isWatched() || at === Infinity) return;
    const wait = Math.min(Math.max(at - now, 0), maxTimerMs);
    this.timer = setTimeout(this.onDue, wait);
  }

  /** Does not call until it is started again. */
  stop(): void {
    clearTimeout(this.timer);
  }
}
