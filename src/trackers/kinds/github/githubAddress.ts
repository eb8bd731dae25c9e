// github.com answers at api.github.com, GitHub Enterprise Cloud with data residency at api.SUBDOMAIN.ghe.com, GitHub
// Enterprise Server at /api/v3 and /api/graphql of its own host.
// https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api
// https://docs.github.com/en/enterprise-server@3.17/graphql/guides/forming-calls-with-graphql

const publicApi = 'https://api.github.com';

/** The paths of both interfaces, below the connection's address. */
export interface GithubPaths {
  readonly rest: string;
  readonly graphql: string;
}

/** The API that a page belongs to: `https://github.com/acme/shop`, `https://ghe.example`. */
export function githubApiAddress({ host, hostname, origin, pathname }: URL): string {
  if (hostname === 'github.com' || hostname === 'www.github.com') return publicApi;
  if (hostname === 'api.github.com' || /^api\..+\.ghe\.com$/.test(hostname)) return origin;
  if (hostname.endsWith('.ghe.com')) return `https://api.${host}`;
  // On this machine, where tests have their stand-ins, nothing is known of the path.
  const isHere = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  return isHere ? origin + pathname.replace(/\/+$/, '') : `${origin}/api`;
}

/** Whether VS Code's own GitHub account may sign in to an address: only github.com knows that account. */
export function acceptsGithubAccount(address: string): boolean {
  return new URL(address).origin === publicApi;
}

/** The web address that belongs to an API address. */
export function githubWebAddress(apiAddress: string): string {
  const { protocol, host, origin } = new URL(apiAddress);
  return isCloud(host) ? `${protocol}//${host.replace(/^api\./, '')}` : origin;
}

/** Enterprise Server's address ends in `/api`; on github.com, both interfaces are at the top. */
export function githubPaths(apiAddress: string): GithubPaths {
  const isServer = new URL(apiAddress).pathname.endsWith('/api');
  return { rest: isServer ? '/v3' : '', graphql: '/graphql' };
}

function isCloud(host: string): boolean {
  return host === 'api.github.com' || /^api\..+\.ghe\.com$/.test(host);
}
