import type { TrackerErrorReason } from '../../../core/tracker/trackerError';
import type { AnswerHead, HttpDialect } from '../../http/dialect';
import { rateLimitIn } from '../../http/rateLimit';

/** How Jira uses HTTP: an API token with its e-mail address (Cloud), or a personal access token (Data Center). */
export const jiraDialect: HttpDialect = {
  authorize: (token, { user }) => ({
    Authorization:
      user === undefined
        ? `Bearer ${token}`
        : `Basic ${Buffer.from(`${user}:${token}`, 'utf8').toString('base64')}`,
  }),
  // Cloud gives the time of the reset as an ISO timestamp; Data Center gives none.
  // https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
  rateLimit: (headers) =>
    rateLimitIn(headers, 'x-ratelimit', (reset) =>
      /^\d{4}-\d\d-\d\dT/.test(reset) ? Date.parse(reset) : NaN,
    ),
  refusal,
  message,
};

/** With an invalid token, Jira may answer as to a stranger: with 200 and nothing in it. */
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
