// github.com answers at api.github.com, GitHub Enterprise Cloud with data residency at api.SUBDOMAIN.ghe.com, GitHub
// Enterprise Server at /api/v3 and /api/graphql of its own host.
// https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api
// https://docs.github.com/en/enterprise-server@3.17/graphql/guides/forming-calls-with-graphql

/** Where the two interfaces are, below the connection's address. */
export interface GithubPaths {
  readonly rest: string;
  readonly graphql: string;
}

/**
 * The address to connect to, from what a person types: `github.com`, `https://github.com/acme/shop`,
 * `https://ghe.example`. Undefined where that is no address.
 */
export function githubApiAddress(typed: string): string | undefined {
  const text = typed.trim();
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(whole)) return undefined;
  const { protocol, host, hostname, origin, pathname } = new URL(whole);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  if (hostname === 'github.com' || hostname === 'www.github.com') return 'https://api.github.com';
  if (hostname === 'api.github.com' || /^api\..+\.ghe\.com$/.test(hostname)) return origin;
  if (hostname.endsWith('.ghe.com')) return `https://api.${host}`;
  // On this machine, where tests have their stand-ins, nothing is known of the path.
  const isHere = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  return isHere ? origin + pathname.replace(/\/+$/, '') : `${origin}/api`;
}

/** Where a person sees in a browser what an API address holds. */
export function githubWebAddress(apiAddress: string): string {
  const { protocol, host, origin } = new URL(apiAddress);
  return isCloud(host) ? `${protocol}//${host.replace(/^api\./, '')}` : origin;
}

/** Enterprise Server's address ends in `/api`; on github.com both interfaces are at the top. */
export function githubPaths(apiAddress: string): GithubPaths {
  const isServer = new URL(apiAddress).pathname.endsWith('/api');
  return { rest: isServer ? '/v3' : '', graphql: '/graphql' };
}

function isCloud(host: string): boolean {
  return host === 'api.github.com' || /^api\..+\.ghe\.com$/.test(host);
}
