import type { TrackerErrorReason } from '../../core/trackerError';
import type { AnswerHead, AnswerHeaders, HttpDialect, RateLimit } from '../http/dialect';
import { headerNumber } from '../http/retryAfter';

/** How Jira uses HTTP: an API token with its e-mail address (Cloud), or a personal access token (Data Center). */
export const jiraDialect: HttpDialect = {
  authorize: (token, { user }) => ({
    Authorization:
      user === undefined
        ? `Bearer ${token}`
        : `Basic ${Buffer.from(`${user}:${token}`, 'utf8').toString('base64')}`,
  }),
  rateLimit,
  refusal,
  message,
};

/**
 * Cloud names the moment of the reset as an ISO timestamp; Data Center none at all.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
function rateLimit(headers: AnswerHeaders): RateLimit | undefined {
  const remaining = headerNumber(headers, 'x-ratelimit-remaining');
  const limit = headerNumber(headers, 'x-ratelimit-limit');
  const reset = headers['x-ratelimit-reset'] ?? '';
  const resetAt = /^\d{4}-\d\d-\d\dT/.test(reset) ? Date.parse(reset) : NaN;
  if (remaining === undefined && limit === undefined && Number.isNaN(resetAt)) return undefined;
  return {
    ...(remaining !== undefined && { remaining }),
    ...(limit !== undefined && { limit }),
    ...(!Number.isNaN(resetAt) && { resetAt }),
  };
}

/** With a token that is not valid, Jira may answer as to a stranger: with 200, without anything in it. */
function refusal({ headers }: AnswerHead): TrackerErrorReason | undefined {
  const reason = headers['x-seraph-loginreason'] ?? '';
  const isDenied = headers['x-authentication-denied-reason'] !== undefined;
  return isDenied || /AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/.test(reason) ? 'unauthorized' : undefined;
}

/** `{errorMessages: [], errors: {field: message}}` */
function message(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const messages: unknown = Reflect.get(json, 'errorMessages');
  const errors: unknown = Reflect.get(json, 'errors');
  const values: unknown[] = [
    ...(Array.isArray(messages) ? (messages as unknown[]) : []),
    ...(typeof errors === 'object' && errors !== null ? (Object.values(errors) as unknown[]) : []),
  ];
  const texts = values.filter((value) => typeof value === 'string');
  return texts.length > 0 ? texts.join(' ') : undefined;
}
