import { nextSyncAt, syncEveryMs, type SyncHistory } from './schedule';

/** The longest time that a timer can wait, in milliseconds (a 32-bit number). */
const maxTimerMs = 2 ** 31 - 1;

/** Calls when a tracker is due to be asked again, as long as somebody is looking. */
export class SyncTimer {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly isWatched: () => boolean,
    private readonly onDue: () => void,
    private readonly everyMs: () => number = () => syncEveryMs,
  ) {}

  /** Restarts the wait from what is known now; also when somebody begins or stops looking. */
  restart(history: SyncHistory): void {
    this.stop();
    const now = Date.now();
    const at = nextSyncAt(history, now, this.everyMs());
    if (!this.isWatched() || at === Infinity) return;
    const wait = Math.min(Math.max(at - now, 0), maxTimerMs);
    this.timer = setTimeout(this.onDue, wait);
  }

  /** Stops calling until restarted. */
  stop(): void {
    clearTimeout(this.timer);
  }
}
