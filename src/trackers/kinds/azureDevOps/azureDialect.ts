import type { HttpDialect } from '../../http/dialect';
import { epochSeconds, rateLimitIn } from '../../http/rateLimit';

/** Azure DevOps' REST API with a personal access token. */
export const azureDialect: HttpDialect = {
  // https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate
  authorize: (token) => ({ Authorization: `Basic ${Buffer.from(`:${token}`).toString('base64')}` }),
  // Asks for a 401 instead of a sign-in page. If that does not help, see `refusal`.
  headers: { 'X-TFS-FedAuthRedirect': 'Suppress' },
  // https://learn.microsoft.com/azure/devops/integrate/concepts/rate-limits: the reset is in epoch seconds.
  rateLimit: (headers) => rateLimitIn(headers, 'x-ratelimit', epochSeconds),
  // A bad token gets a sign-in page: https://github.com/MicrosoftDocs/vsts-rest-api-specs/issues/97
  refusal({ status, headers }) {
    const isSignIn = /_signin\b|\blogin\.(microsoftonline|live)\./i.test(headers['location'] ?? '');
    return status === 203 || (status >= 300 && status < 400 && isSignIn) ? 'unauthorized' : undefined;
  },
};
