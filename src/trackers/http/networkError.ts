import { TrackerError, type TrackerErrorReason } from '../../core/tracker/trackerError';

const reasonsByCode: ReadonlyMap<string, TrackerErrorReason> = new Map([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['EAI_FAIL', 'dns'],
  ['EAI_NODATA', 'dns'],
  ['ETIMEDOUT', 'timeout'],
  ['ECONNABORTED', 'timeout'],
  ['ERR_CANCELED', 'stopped'],
  ['EPROTO', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['HOSTNAME_MISMATCH', 'tls'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'clientCertificate'],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'clientCertificate'],
  ['Z_DATA_ERROR', 'notJson'],
  ['Z_BUF_ERROR', 'notJson'],
  // The token contains a character that no header can hold.
  ['ERR_INVALID_CHAR', 'unauthorized'],
]);
const tlsCodes = /^(CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|INVALID_CA|PATH_LENGTH|CRL_)/;

/**
 * The fault behind an error of the network or of axios; undefined for any other error. Keeps only its code and message,
 * as the error holds the request.
 */
export function networkError(error: unknown, host: string): TrackerError | undefined {
  if (error instanceof TrackerError) return error;
  if (!isOfNetwork(error)) return undefined;
  const code = codeOf(error);
  const { message } = error;
  if (message.includes('maxContentLength'))
    return new TrackerError('tooLarge', { host, detail: 'an answer of over 20 MB' });
  // Tunnels through a proxy report its refusal only as text.
  if (code === '' && /\b407\b/.test(message)) return new TrackerError('proxy', { host, status: 407 });
  // What a server without encryption answers is not a TLS record: OpenSSL calls that a wrong version.
  if (
    /wrong version number|packet length too long|http request/i.test(message) &&
    /^(EPROTO$|ERR_SSL)/.test(code)
  ) {
    return new TrackerError('plainHttp', { host, detail: code });
  }
  // Over TLS 1.2, a server that misses a certificate says no more than that.
  if (/alert handshake failure/i.test(message))
    return new TrackerError('clientCertificate', { host, detail: code });
  const reason = reasonsByCode.get(code) ?? (tlsCodes.test(code) ? 'tls' : 'unreachable');
  return new TrackerError(reason, { host, detail: code || message });
}

/** Axios wraps network errors; apart from those, only the codes above and those of system calls are known. */
function isOfNetwork(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return 'isAxiosError' in error || 'syscall' in error || reasonsByCode.has(code) || tlsCodes.test(code);
}

/** The code of an error, or of its cause. */
function codeOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const isAxiosOwn = 'code' in at && typeof at.code === 'string' && at.code.startsWith('ERR_BAD');
    if ('code' in at && typeof at.code === 'string' && !isAxiosOwn) return at.code;
  }
  return '';
}
