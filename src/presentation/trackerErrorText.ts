import * as l10n from '@vscode/l10n';
import type { TrackerError, TrackerErrorReason } from '../core/tracker/trackerError';
import { untilText } from './targetText';
import type { TextOptions } from './textOptions';

/** The parts that the sentences are built from. */
interface Facts {
  readonly host: string;
  /** The detail, or a dash. */
  readonly what: string;
  readonly status: string | number;
}

const sentences: Readonly<Record<TrackerErrorReason, (facts: Facts) => string>> = {
  signedOut: ({ host, what }) =>
    what === 'none'
      ? l10n.t('{0} needs no token, only your consent. Sign in once.', host)
      : l10n.t('You are not signed in to {0}. Sign in to read its goals.', host),
  insecure: ({ host }) =>
    l10n.t(
      'A token is only sent over https. Change the address of {0} to one that begins with https://.',
      host,
    ),
  dns: ({ host }) =>
    l10n.t('The name {0} is not known on this network. Check the address, or your connection and VPN.', host),
  unreachable: ({ host, what }) =>
    l10n.t('{0} cannot be reached ({1}). Check your connection and VPN.', host, what),
  tls: ({ host, what }) =>
    l10n.t(
      'The certificate of {0} is not trusted here ({1}). Add its authority to the certificates of your system.',
      host,
      what,
    ),
  plainHttp: ({ host }) =>
    l10n.t(
      '{0} answers without encryption (plain http). Use the address or port at which it speaks https.',
      host,
    ),
  clientCertificate: ({ host }) =>
    l10n.t(
      '{0} seems to want a client certificate, which Goal Lens cannot send. Ask for an address that does without, as behind a VPN.',
      host,
    ),
  proxy: () => l10n.t('The proxy wants a sign-in of its own (407). Check the setting http.proxy.'),
  timeout: ({ host }) => l10n.t('{0} did not answer in time. It is asked again later.', host),
  unauthorized: ({ host }) =>
    l10n.t('{0} does not accept the token (401). Sign in again with a new one.', host),
  forbidden: ({ host }) =>
    l10n.t('{0} does not let you read this (403). Ask for access, or use a token with more rights.', host),
  notFound: ({ host }) =>
    l10n.t('{0} has nothing there (404). Check its address and what is followed.', host),
  gone: ({ host }) =>
    l10n.t('{0} no longer offers what was asked for (410). Look for a newer version of Goal Lens.', host),
  rateLimited: ({ host }) => l10n.t('{0} was asked too often (429).', host),
  rejected: ({ host, status }) =>
    l10n.t('{0} does not accept the request ({1}). Check what is followed and the query.', host, status),
  serverError: ({ host, status }) =>
    l10n.t('{0} has a fault of its own ({1}). It is asked again later.', host, status),
  redirected: ({ host, what }) =>
    l10n.t(
      '{0} points elsewhere ({1}): a token is not sent along. Use that address if you trust it.',
      host,
      what,
    ),
  tooLarge: ({ host, what }) =>
    l10n.t('{0} has more than can be read at once ({1}). Follow less of it.', host, what),
  notJson: ({ host, what }) =>
    l10n.t(
      'The answer of {0} is not from its API ({1}). Check the address, and whether a sign-in page stands before it.',
      host,
      what,
    ),
  wrongShape: ({ host, what }) =>
    l10n.t(
      'The answer of {0} is not as expected ({1}). Check the kind and version of the tracker.',
      host,
      what,
    ),
  stopped: ({ host }) => l10n.t('Reading {0} was stopped. Refresh to go on.', host),
  internal: ({ host, what }) =>
    l10n.t(
      'Goal Lens has a fault and could not read {0} ({1}). Please report what the log says.',
      host,
      what,
    ),
};
/** Faults whose detail is in the tracker's own words. */
const quoting: ReadonlySet<TrackerErrorReason> = new Set([
  'unauthorized',
  'forbidden',
  'notFound',
  'gone',
  'rateLimited',
  'rejected',
  'serverError',
]);

/** What is wrong with a tracker and what to do about it, for a person. */
export function trackerErrorText(error: TrackerError, tracker: string, options: TextOptions): string {
  const { host = tracker, detail, status = '–', retryAt } = error.details;
  return [
    sentences[error.reason]({ host: host === '' ? tracker : host, what: detail ?? '–', status }),
    retryAt !== undefined && l10n.t('It may be asked again {0}.', untilText(retryAt, options)),
    detail && quoting.has(error.reason) && l10n.t('It says: “{0}”', detail),
  ]
    .filter((part) => part !== undefined && part !== false && part !== '')
    .join(' ');
}
