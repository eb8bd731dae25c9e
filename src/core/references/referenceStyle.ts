/** The trackers that number their items; all others give them keys. */
type NumberingKind = 'github' | 'gitlab' | 'azureDevOps' | 'redmine';

/** How a tracker that numbers its items spells references to them. */
export interface ReferenceStyle {
  readonly kind: NumberingKind;
  /** Its web address, with the base path and without a trailing slash: `https://github.com`. */
  readonly url: string;
  /** The followed repositories, projects or groups, as the tracker spells them. */
  readonly places: readonly string[];
}

/** An address's host without the port, and its path without leading and trailing slashes, both in lower case. */
export interface Site {
  readonly host: string;
  readonly base: string;
}

/** Where a tracker with this style is. Converts Azure DevOps's older addresses to the newer form. */
export function siteOf({ url }: Pick<ReferenceStyle, 'url'>): Site {
  const [, host = '', path = ''] = /^[a-z+]+:\/\/(?:[^/@]*@)?([^/:]*)(?::\d*)?\/?(.*)$/i.exec(url) ?? [];
  const base = trimSlashes(path.toLowerCase());
  const [organization, ...rest] = host.toLowerCase().split('.');
  if (organization && rest.join('.') === 'visualstudio.com')
    return { host: 'dev.azure.com', base: organization };
  return { host: host.toLowerCase(), base };
}

/** A path without leading and trailing slashes. */
export function trimSlashes(path: string): string {
  let start = 0;
  let end = path.length;
  while (start < end && path[start] === '/') start += 1;
  while (end > start && path[end - 1] === '/') end -= 1;
  return path.slice(start, end);
}
