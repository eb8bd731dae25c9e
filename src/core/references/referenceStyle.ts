/** The trackers that number their items; all others give them keys. */
type NumberingKind = 'github' | 'gitlab' | 'azureDevOps' | 'redmine';

/** How a tracker that numbers its items spells them. */
export interface ReferenceStyle {
  readonly kind: NumberingKind;
  /** Where people see it, with its base path and without a slash at the end: `https://github.com`. */
  readonly url: string;
  /** The repositories, projects or groups that are followed, as the tracker spells them. */
  readonly places: readonly string[];
}

/** The host of an address without its port, and the path of it without slashes at its ends; both in lower case. */
export interface Site {
  readonly host: string;
  readonly base: string;
}

/** Where a tracker of this style is. Azure DevOps's older addresses are told as the newer ones. */
export function siteOf({ url }: Pick<ReferenceStyle, 'url'>): Site {
  const [, host = '', path = ''] = /^[a-z+]+:\/\/(?:[^/@]*@)?([^/:]*)(?::\d*)?\/?(.*)$/i.exec(url) ?? [];
  const base = trimSlashes(path.toLowerCase());
  const [organization, ...rest] = host.toLowerCase().split('.');
  if (organization && rest.join('.') === 'visualstudio.com')
    return { host: 'dev.azure.com', base: organization };
  return { host: host.toLowerCase(), base };
}

/** A path without slashes at its ends. */
export function trimSlashes(path: string): string {
  let start = 0;
  let end = path.length;
  while (start < end && path[start] === '/') start += 1;
  while (end > start && path[end - 1] === '/') end -= 1;
  return path.slice(start, end);
}
