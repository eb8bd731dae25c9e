import type { HttpDialect } from '../../http/dialect';
import { epochSeconds, rateLimitIn } from '../../http/rateLimit';

/** GitLab's APIs with a personal access token or an OAuth token. https://docs.gitlab.com/api/rest/authentication/ */
export const gitlabDialect: HttpDialect = {
  // An administrator may choose another prefix for tokens: GitLab accepts those as bearers, too.
  authorize: (token) =>
    token.startsWith('glpat-') ? { 'PRIVATE-TOKEN': token } : { Authorization: `Bearer ${token}` },
  // https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/
  rateLimit: (headers) => rateLimitIn(headers, 'ratelimit', epochSeconds),
  message,
};

/** A message may be a list by field: `{"message":{"title":["is too long"]}}`. */
function message(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const said: unknown = Reflect.get(json, 'message');
  if (typeof said === 'object' && said !== null) {
    return Object.entries(said)
      .map(([field, faults]) => `${field} ${JSON.stringify(faults)}`)
      .join(', ');
  }
  const errors: unknown = Reflect.get(json, 'errors');
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const text: unknown =
    typeof first === 'object' && first !== null ? Reflect.get(first, 'message') : undefined;
  return typeof text === 'string' ? text : undefined;
}
