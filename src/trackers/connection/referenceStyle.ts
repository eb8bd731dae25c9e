import type { ReferenceStyle } from '../../core/references/referenceStyle';
import type { Connection } from './connection';

/** How a connection's items are spelled if its tracker numbers them; undefined if it gives them keys. */
export function referenceStyleOf({ kind, url, follow = [] }: Connection): ReferenceStyle | undefined {
  switch (kind) {
    case 'github':
      return { kind, url: githubSite(url), places: follow.map(placeIn).filter(isRepository) };
    case 'gitlab':
      return { kind, url, places: follow };
    case 'azureDevOps':
    case 'redmine':
      return { kind, url, places: [] };
    case 'jira':
    case 'atlassianGoals':
    case 'linear':
    case 'rest':
      return undefined;
  }
}

/** The web site that belongs to the API at this address. */
function githubSite(url: string): string {
  const { protocol, host, origin, pathname } = new URL(url);
  if (host === 'api.github.com' || /^api\..+\.ghe\.com$/.test(host)) {
    return `${protocol}//${host.slice('api.'.length)}`;
  }
  return pathname === '/api' ? origin : url;
}

/** An entry of what is followed, without the host if it is a web address. */
function placeIn(entry: string): string {
  return entry.replace(/^https?:\/\/[^/]+\//i, '').replace(/(?:\.git)?\/*$/, '');
}

/** `acme/shop`, and not `orgs/acme/projects/3`. */
function isRepository(place: string): boolean {
  return place.split('/').length === 2;
}
