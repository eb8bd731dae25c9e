/** What kept the history from being read or kept. */
export type HistoryFault =
  'aborted' | 'damagedStore' | 'gitFailed' | 'gitMissing' | 'notARepository' | 'storeUnwritable';

/** A fault of the history index; the message is one sentence for a person. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
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

/** Does nothing until the signal is aborted. @throws {HistoryError} `aborted`, with the signal's reason as its cause */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new HistoryError('aborted', 'Reading the history was stopped.', { cause: signal.reason });
  }
}
