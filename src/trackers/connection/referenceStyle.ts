import type { ReferenceStyle } from '../../core/references/referenceStyle';
import type { Connection } from './connection';

/** How the items of a connection are spelled, where its tracker numbers them; undefined where it gives them keys. */
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

/** Where people see what the API at this address gives. */
function githubSite(url: string): string {
  const { protocol, host, origin, pathname } = new URL(url);
  if (host === 'api.github.com' || /^api\..+\.ghe\.com$/.test(host)) {
    return `${protocol}//${host.slice('api.'.length)}`;
  }
  return pathname === '/api' ? origin : url;
}

/** What is followed may be written as an address. */
function placeIn(entry: string): string {
  return entry.replace(/^https?:\/\/[^/]+\//i, '').replace(/(?:\.git)?\/*$/, '');
}

/** `acme/shop`, and not `orgs/acme/projects/3`. */
function isRepository(place: string): boolean {
  return place.split('/').length === 2;
}
