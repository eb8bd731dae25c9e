import { parseRemote } from './remote';

/** A line of a file in one commit. */
export interface CommittedLine {
  readonly sha: string;
  /** Relative to the repository's root, with forward slashes. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** The kinds of repository host, where their addresses differ. */
export type HostKind = 'github' | 'gitlab' | 'bitbucket' | 'bitbucketServer' | 'azure' | 'gitea';

const ofHost: ReadonlyMap<string, HostKind> = new Map([
  ['github.com', 'github'],
  ['gitlab.com', 'gitlab'],
  ['bitbucket.org', 'bitbucket'],
  ['dev.azure.com', 'azure'],
  ['codeberg.org', 'gitea'],
  ['gitea.com', 'gitea'],
]);
/** Names that people commonly give to their hosting servers. */
const inName: readonly (readonly [RegExp, HostKind])[] = [
  [/(?:^|[.-])(?:github|ghe)(?:[.-]|$)/, 'github'],
  [/(?:^|[.-])gitlab(?:[.-]|$)/, 'gitlab'],
  [/(?:^|[.-])(?:gitea|forgejo)(?:[.-]|$)/, 'gitea'],
  [/(?:^|[.-])(?:bitbucket|stash)(?:[.-]|$)/, 'bitbucketServer'],
];
/** Files that hosts render as a page, where lines have no address unless the plain text is requested. */
const rendered = /\.(?:md|markdown|mdx|mdown|rst|adoc|asciidoc|org|textile)$/i;
const shaSyntax = /^[0-9a-f]{40,64}$/;

/**
 * A line's address that stays the same whatever is committed later; undefined if the remote is a folder, or on an
 * unknown kind of host.
 *
 * @param remote the remote's address, in any form that git accepts
 * @param kindOf what is known about a host besides its name
 */
export function permalink(
  remote: string,
  line: CommittedLine,
  kindOf: (host: string) => HostKind | undefined = () => undefined,
): string | undefined {
  const place = parseRemote(remote);
  if (!place || !shaSyntax.test(line.sha)) return undefined;
  const { host } = place;
  const kind =
    ofHost.get(host) ?? (remote.includes('/_git/') ? 'azure' : undefined) ?? kindOf(host) ?? byName(host);
  if (!kind) return undefined;
  // `parseRemote` returns lower case; an address is shown as it was written.
  const path = asWritten(remote, place.path);
  return `${originOf(remote, host)}${forms[kind](path, line)}`;
}

/** The path to a line, for each kind of host. */
const forms: Record<HostKind, (repository: string, line: CommittedLine) => string> = {
  github: (repository, { sha, path, line }) =>
    `/${encoded(repository)}/blob/${sha}/${encoded(path)}${plainQuery(path, 'plain=1')}#L${line}`,
  gitlab: (repository, { sha, path, line }) =>
    `/${encoded(repository)}/-/blob/${sha}/${encoded(path)}${plainQuery(path, 'plain=1')}#L${line}`,
  gitea: (repository, { sha, path, line }) =>
    `/${encoded(repository)}/src/commit/${sha}/${encoded(path)}${plainQuery(path, 'display=source')}#L${line}`,
  bitbucket: (repository, { sha, path, line }) =>
    `/${encoded(repository)}/src/${sha}/${encoded(path)}#lines-${line}`,
  bitbucketServer: (repository, { sha, path, line }) => {
    const [base, project = '', slug = ''] = /^(?:(.*)\/)?([^/]+)\/([^/]+)$/.exec(repository)?.slice(1) ?? [];
    // Over https a repository is below `scm`; over SSH it is not.
    const context = (base ?? '').replace(/(?:^|\/)scm$/i, '');
    const owner = project.startsWith('~')
      ? `users/${encoded(project.slice(1))}`
      : `projects/${encoded(project)}`;
    return `${context === '' ? '' : `/${encoded(context)}`}/${owner}/repos/${encoded(slug)}/browse/${encoded(path)}?at=${sha}#${line}`;
  },
  azure: (repository, { sha, path, line }) => {
    const parts = repository.split('/');
    const name = parts.at(-1) ?? '';
    // A project's main repository may be named without the project: `organization/_git/shop`.
    const project = parts.slice(0, -1).join('/');
    const query = new URLSearchParams({ path: `/${path}`, version: `GC${sha}`, line: String(line) });
    query.set('lineEnd', String(line + 1));
    query.set('lineStartColumn', '1');
    query.set('lineEndColumn', '1');
    return `/${encoded(project)}/_git/${encoded(name)}?${query.toString().replaceAll('+', '%20')}`;
  },
};

function byName(host: string): HostKind | undefined {
  return inName.find(([pattern]) => pattern.test(host))?.[1];
}

/** The host's web address: the remote's own scheme and port, else https; never with the user name or token. */
function originOf(remote: string, host: string): string {
  const [, scheme = '', port = ''] = /^(https?):\/\/(?:[^/@]*@)?[^/:]+(:\d+)?\//i.exec(remote.trim()) ?? [];
  const isOwn = scheme !== '' && !ofHost.has(host);
  return isOwn ? `${scheme.toLowerCase()}://${host}${port}` : `https://${host}`;
}

function asWritten(remote: string, path: string): string {
  let plain = remote;
  try {
    plain = decodeURIComponent(remote);
  } catch {
    // A literal `%`.
  }
  const at = plain.toLowerCase().lastIndexOf(path);
  return at < 0 ? path : plain.slice(at, at + path.length);
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function plainQuery(path: string, query: string): string {
  return rendered.test(path) ? `?${query}` : '';
}
