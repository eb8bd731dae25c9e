/** How often a busy thread is asked whether it is still there, in milliseconds. */
const everyMs = 10_000;
/** How often it may keep silent; more than once, as timers of a machine that slept are late. */
const maxSilences = 3;

/** Watches over a thread while something is asked of it: an answer that cannot be read would keep it busy for good. */
export class Heartbeat {
  private asked = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly ping: () => Promise<unknown>,
    private readonly onSilence: () => void,
    private readonly ms = everyMs,
  ) {}

  /** Watches until the work has settled. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.asked += 1;
    this.timer ??= this.start();
    try {
      return await work;
    } finally {
      this.asked -= 1;
      if (this.asked === 0) this.stop();
    }
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private start(): NodeJS.Timeout {
    let silences = 0;
    const beat = (): void => {
      if (silences >= maxSilences) {
        this.stop();
        this.onSilence();
        return;
      }
      silences += 1;
      this.ping().then(
        () => (silences = 0),
        () => undefined,
      );
    };
    return setInterval(beat, this.ms).unref();
  }
}
