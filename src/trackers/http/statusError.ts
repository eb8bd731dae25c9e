import { TrackerError, type TrackerErrorReason } from '../../core/tracker/trackerError';
import type { AnswerHead, HttpDialect } from './dialect';

const reasonsByStatus: Readonly<Record<number, TrackerErrorReason>> = {
  // Nobody asked whether something has changed: neither a redirect nor an answer.
  304: 'rejected',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  407: 'proxy',
  408: 'timeout',
  410: 'gone',
  429: 'rateLimited',
};

/** Why an answer is a refusal; undefined if it is not. */
export function refusalReason(answer: AnswerHead, dialect: HttpDialect): TrackerErrorReason | undefined {
  const { status } = answer;
  const own = dialect.refusal?.(answer);
  if (own) return own;
  if (status >= 200 && status < 300) return undefined;
  const known = reasonsByStatus[status];
  if (known) return known;
  if (status >= 300 && status < 400) return 'redirected';
  return status >= 500 ? 'serverError' : 'rejected';
}

/** What an answer says about its refusal: the tracker's own words, or where it redirects to. */
export function refusalDetail(
  { status, headers, json }: AnswerHead,
  dialect: HttpDialect,
): string | undefined {
  const { location } = headers;
  if (status < 400 && location !== undefined && URL.canParse(location)) return new URL(location).host;
  return json === undefined ? undefined : (dialect.message?.(json) ?? commonMessage(json));
}

/** The message in the places where most services put it (including RFC 9457 problem details). */
function commonMessage(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  for (const name of ['detail', 'message', 'error_description', 'error', 'title']) {
    const value: unknown = Reflect.get(json, name);
    if (typeof value === 'string') return value;
  }
  const errors: unknown = Reflect.get(json, 'errors');
  return Array.isArray(errors) && typeof errors[0] === 'string' ? errors[0] : undefined;
}

/** The error for an answer of the wrong shape, with the place and what it should be. */
export function shapeError(
  host: string,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): TrackerError {
  const [first] = issues;
  const path = first?.path.map(String).join('.') ?? '';
  const where = path === '' ? 'the answer' : path;
  return new TrackerError('wrongShape', {
    host,
    detail: `${where}: ${first?.message ?? 'is not as expected'}`,
  });
}
