import { GoalLensError } from '../../core/errors';

/** What can be wrong with the history file. */
export type HistoryFault = 'damagedStore' | 'storeUnwritable';

/** A fault of the history file; the message is one sentence for people. */
export class HistoryError extends GoalLensError {
  constructor(
    readonly fault: HistoryFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether an error is this fault of the history file. */
export function isHistoryFault(error: unknown, fault: HistoryFault): error is HistoryError {
  return error instanceof HistoryError && error.fault === fault;
}
