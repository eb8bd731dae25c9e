import type { AnswerHead, HttpDialect } from '../../http/dialect';
import { epochSeconds, headerNumber, rateLimitIn } from '../../http/rateLimit';
import type { TrackerErrorReason } from '../../../core/tracker/trackerError';

/** How GitHub uses HTTP. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export const githubDialect: HttpDialect = {
  authorize: (token) => ({ Authorization: `Bearer ${token}` }),
  headers: {
    Accept: 'application/vnd.github+json',
    'X-GitHub-Api-Version': '2022-11-28',
    // Servers on which these are still in preview show them only on request; others ignore the header.
    'GraphQL-Features': 'sub_issues,issue_types,issue_fields',
  },
  rateLimit: (headers) => rateLimitIn(headers, 'x-ratelimit', epochSeconds),
  refusal,
  message,
};

/** Limits come as 403 or 429, and from GraphQL as errors beside the status 200. */
function refusal({ status, headers, json }: AnswerHead): TrackerErrorReason | undefined {
  if (status === 403 || status === 429) {
    const isUsedUp = headerNumber(headers, 'x-ratelimit-remaining') === 0;
    const isLimit = isUsedUp || headers['retry-after'] !== undefined || /rate limit/i.test(said(json) ?? '');
    return isLimit || status === 429 ? 'rateLimited' : undefined;
  }
  if (status !== 200) return undefined;
  return errorsOf(json).some((error) => textOf(error, 'type') === 'RATE_LIMITED') ? 'rateLimited' : undefined;
}

/** The message and, if the answer lists it, what it is about. */
function message(json: unknown): string | undefined {
  const [first] = errorsOf(json);
  const detail = typeof first === 'string' ? first : (textOf(first, 'message') ?? textOf(first, 'code'));
  const text = [said(json), detail].filter((part) => part !== undefined).join(': ');
  return text === '' ? undefined : text;
}

function said(json: unknown): string | undefined {
  return textOf(json, 'message');
}

function errorsOf(json: unknown): readonly unknown[] {
  if (typeof json !== 'object' || json === null) return [];
  const errors: unknown = Reflect.get(json, 'errors');
  return Array.isArray(errors) ? errors : [];
}

function textOf(of: unknown, name: string): string | undefined {
  if (typeof of !== 'object' || of === null) return undefined;
  const value: unknown = Reflect.get(of, name);
  return typeof value === 'string' ? value : undefined;
}
