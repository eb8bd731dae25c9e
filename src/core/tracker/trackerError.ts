import { GoalLensError } from '../errors';
import type { TrackerFault } from './trackerState';

/** Why a tracker could not be read. */
export const trackerErrorReasons = [
  /** No token is stored for the tracker's address: nothing was sent. */
  'signedOut',
  /** The address is neither https nor on this machine: nothing was sent. */
  'insecure',
  'dns',
  'unreachable',
  'tls',
  /** The server speaks plain http where https was expected. */
  'plainHttp',
  /** The server requires a client certificate, and we have none. */
  'clientCertificate',
  'proxy',
  'timeout',
  'unauthorized',
  'forbidden',
  'notFound',
  'gone',
  'rateLimited',
  'rejected',
  'serverError',
  'redirected',
  'tooLarge',
  'notJson',
  'wrongShape',
  'stopped',
  /** A bug of ours; the error is the cause. */
  'internal',
] as const;
/** One reason why a tracker could not be read. */
export type TrackerErrorReason = (typeof trackerErrorReasons)[number];

/** What is known about a fault besides its reason. Never contains a token. */
export interface TrackerErrorDetails {
  /** The tracker's host and port, or whatever else the fault concerns. */
  readonly host?: string;
  /** The HTTP status, if there was a response. */
  readonly status?: number;
  /** When the tracker may be asked again, in epoch milliseconds. */
  readonly retryAt?: number;
  /** What the tracker or the library said about it; for a wrong shape, the field and what it should be. */
  readonly detail?: string;
}

/** A fault in reading a tracker. The message is for the log; the sentence for a person is made from the reason. */
export class TrackerError extends GoalLensError {
  override readonly name = 'TrackerError';

  constructor(
    readonly reason: TrackerErrorReason,
    readonly details: TrackerErrorDetails = {},
    options?: ErrorOptions,
  ) {
    const { host, status, detail } = details;
    super(
      [reason, status, host, detail].filter((part) => part !== undefined && part !== '').join(' · '),
      options,
    );
  }
}

const kinds: Readonly<Record<TrackerErrorReason, TrackerFault['kind']>> = {
  dns: 'offline',
  unreachable: 'offline',
  proxy: 'offline',
  timeout: 'offline',
  rateLimited: 'offline',
  serverError: 'offline',
  stopped: 'offline',
  signedOut: 'signedOut',
  unauthorized: 'signedOut',
  notJson: 'invalid',
  wrongShape: 'invalid',
  tooLarge: 'invalid',
  insecure: 'refused',
  tls: 'refused',
  plainHttp: 'refused',
  clientCertificate: 'refused',
  forbidden: 'refused',
  notFound: 'refused',
  gone: 'refused',
  rejected: 'refused',
  redirected: 'refused',
  internal: 'bug',
};

/** What a fault asks of the person: to wait, sign in, get access, or fix a setting. */
export function faultKind(reason: TrackerErrorReason): TrackerFault['kind'] {
  return kinds[reason];
}

/** Faults that concern one place and say nothing about the tracker. */
const ofPlace: ReadonlySet<TrackerErrorReason> = new Set([
  'notFound',
  'forbidden',
  'gone',
  'rejected',
  'redirected',
  'wrongShape',
]);

/** Whether a fault concerns only the place that was requested. */
export function isOfPlace(error: unknown): error is TrackerError {
  return error instanceof TrackerError && ofPlace.has(error.reason);
}
