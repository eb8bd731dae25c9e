import { TrackerError, type TrackerErrorReason } from '../../core/tracker/trackerError';
import type { Clock } from '../../core/clock';
import type { AnswerHeaders, RateLimit } from './dialect';
import { maxPauseMs, retryAt } from './retryAfter';

const maxTries = 3;
const firstBackOffMs = 500;
const maxBackOffMs = 8_000;
/** The longest pause that is waited out, in milliseconds; a longer one is left to whoever asks again later. */
const maxWaitMs = 15_000;
/**
 * The pause if a tracker does not say how long, in milliseconds: what GitHub asks for, and more than the others need.
 */
const unsaidPauseMs = 60_000;
const passing: ReadonlySet<TrackerErrorReason> = new Set(['rateLimited', 'serverError', 'unreachable']);

/** Decides when a tracker may be asked, and whether to ask again after a fault. */
export class Pacer {
  private pause: TrackerError | undefined;
  private slowedUntil = 0;

  constructor(private readonly clock: Clock) {}

  /** Waits as long as the tracker wants us to slow down. @throws {TrackerError} that of a pause, while it lasts */
  async beforeRequest(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const { pause } = this;
    if (pause && isAhead(pause.details.retryAt, now)) throw pause;
    if (isAhead(this.slowedUntil, now)) await this.wait(Math.min(this.slowedUntil - now, maxWaitMs), signal);
  }

  /** Notes a successful answer; Azure DevOps uses these to slow us down. */
  answered(headers: AnswerHeaders): void {
    const now = this.clock.now();
    this.slowedUntil = retryAt(headers, undefined, now) ?? now;
  }

  /** When a tracker that refused may be asked again; undefined if it asks for no pause. */
  pauseOf(
    reason: TrackerErrorReason,
    status: number,
    headers: AnswerHeaders,
    limit: RateLimit | undefined,
  ): number | undefined {
    const now = this.clock.now();
    if (reason === 'rateLimited') return retryAt(headers, limit, now) ?? now + unsaidPauseMs;
    return status === 503 ? retryAt(headers, undefined, now) : undefined;
  }

  /** Until the fault's own time, every request fails with it, without being sent. */
  keepSilent(fault: TrackerError): void {
    this.pause = fault;
  }

  /** How long to wait before the next try, in milliseconds; undefined if there is none. */
  pauseBeforeNext({ reason, details }: TrackerError, tries: number): number | undefined {
    if (!passing.has(reason) || tries >= maxTries) return undefined;
    if (details.retryAt !== undefined) {
      const wait = details.retryAt - this.clock.now();
      if (wait > maxWaitMs) return undefined;
      // A little later than asked for, and not in all windows at the same moment.
      return wait + this.clock.random() * firstBackOffMs;
    }
    return Math.min(firstBackOffMs * 2 ** (tries - 1), maxBackOffMs) * (0.5 + this.clock.random() / 2);
  }

  /** Waits that many milliseconds. @throws {TrackerError} `stopped` */
  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (milliseconds <= 0) return;
    await this.clock.sleep(milliseconds, signal).catch(() => {
      throw new TrackerError('stopped');
    });
  }
}

/** Whether a pause still lasts. One that lies further ahead than we allow was noted by a wrong clock. */
function isAhead(until: number | undefined, now: number): boolean {
  return until !== undefined && until > now && until <= now + maxPauseMs;
}
