import { GoalLensError } from '../../core/errors';
import {
  TrackerError,
  type TrackerErrorDetails,
  type TrackerErrorReason,
} from '../../core/tracker/trackerError';

/** An error on its way to another thread, where it is one of the same kind. */
export type FaultMessage =
  | { readonly kind: 'tracker'; readonly reason: TrackerErrorReason; readonly details: TrackerErrorDetails }
  | { readonly kind: 'expected'; readonly message: string }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string };

/** What is sent of an error. */
export function faultMessage(error: unknown): FaultMessage {
  if (error instanceof TrackerError) {
    return { kind: 'tracker', reason: error.reason, details: error.details };
  }
  if (error instanceof GoalLensError) return { kind: 'expected', message: error.message };
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'bug', message, stack };
}

/** The error that was sent. */
export function faultOf(fault: FaultMessage): Error {
  switch (fault.kind) {
    case 'tracker':
      return new TrackerError(fault.reason, fault.details);
    case 'expected':
      return new GoalLensError(fault.message);
    case 'bug':
      return Object.assign(new Error(fault.message), { stack: fault.stack });
  }
}
