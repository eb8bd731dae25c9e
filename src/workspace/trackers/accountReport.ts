import { TrackerError } from '../../core/tracker/trackerError';
import { trackerLimitText } from '../../presentation/trackerLimitText';
import type { ConnectionReport, Tracker } from '../../trackers/port/tracker';
import type { ConnectionLog } from './connectionLog';

const withinMs = 10_000;

/** What a tracker last said about who is signed in, and about what works only in part. */
export class AccountReport {
  private report: ConnectionReport | undefined;
  /** How often the sign-in has changed: an answer to an earlier one says nothing about this one. */
  private signIns = 0;

  constructor(private readonly log: ConnectionLog) {}

  /** Undefined until it is read, and after another sign-in. */
  get last(): ConnectionReport | undefined {
    return this.report;
  }

  /** Somebody else has signed in. */
  forget(): void {
    this.signIns += 1;
    this.report = undefined;
  }

  /** Asks the tracker. It is no fault if the tracker does not say who we are: the goals are there. */
  async read(tracker: Tracker): Promise<void> {
    const { signIns } = this;
    try {
      const report = await tracker.checkConnection(AbortSignal.timeout(withinMs));
      if (signIns !== this.signIns) return;
      this.report = report;
      for (const limit of report.limits ?? []) this.log.warn(trackerLimitText(limit));
    } catch (error) {
      if (error instanceof TrackerError) this.log.debug(error.message);
      else this.log.bug(error);
    }
  }
}
