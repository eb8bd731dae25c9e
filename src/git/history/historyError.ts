import { GoalLensError } from '../../core/errors';

/** What is wrong with the file that keeps a history. */
export type HistoryFault = 'damagedStore' | 'storeUnwritable';

/** A fault of the file that keeps a history; the message is one sentence for a person. */
export class HistoryError extends GoalLensError {
  constructor(
    readonly fault: HistoryFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether an error is a fault of this kind. */
export function isHistoryFault(error: unknown, fault: HistoryFault): error is HistoryError {
  return error instanceof HistoryError && error.fault === fault;
}
