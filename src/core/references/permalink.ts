import { parseRemote } from './remote';

/** A line of a file in one commit. */
export interface CommittedLine {
  readonly sha: string;
  /** Relative to the repository's root, with forward slashes. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Programs that host repositories, as far as their addresses differ. */
export type HostKind = 'github' | 'gitlab' | 'bitbucket' | 'bitbucketServer' | 'azure' | 'gitea';

const ofHost: Readonly<Record<string, HostKind>> = {
  'github.com': 'github',
  'gitlab.com': 'gitlab',
  'bitbucket.org': 'bitbucket',
  'dev.azure.com': 'azure',
  'codeberg.org': 'gitea',
  'gitea.com': 'gitea',
};
/** What people call the machines that they host repositories on. */
const inName: readonly (readonly [RegExp, HostKind])[] = [
  [/(?:^|[.-])(?:github|ghe)(?:[.-]|$)/, 'github'],
  [/(?:^|[.-])gitlab(?:[.-]|$)/, 'gitlab'],
  [/(?:^|[.-])(?:gitea|forgejo)(?:[.-]|$)/, 'gitea'],
  [/(?:^|[.-])(?:bitbucket|stash)(?:[.-]|$)/, 'bitbucketServer'],
];
/** Files that hosts show as a page, in which no line has an address unless their text is asked for. */
const rendered = /\.(?:md|markdown|mdx|mdown|rst|adoc|asciidoc|org|textile)$/i;
const shaSyntax = /^[0-9a-f]{40,64}$/;

/**
 * The address of a line that stays the same whatever is committed later; undefined where the remote is a
 * folder, or on a host of a kind that is not known.
 *
 * @param remote the remote's address, in any form that git takes
 * @param kindOf what is known of a host besides its name
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
    ofHost[host] ?? (remote.includes('/_git/') ? 'azure' : undefined) ?? kindOf(host) ?? byName(host);
  if (!kind) return undefined;
  // What `parseRemote` compares is in lower case; an address is shown as it was written.
  const path = asWritten(remote, place.path);
  return `${originOf(remote, host)}${forms[kind](path, line)}`;
}

/** The path to a line on a host, for each kind. */
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
    // Over https a repository is below `scm`, and over SSH it is not.
    const context = (base ?? '').replace(/(?:^|\/)scm$/i, '');
    const owner = project.startsWith('~')
      ? `users/${encoded(project.slice(1))}`
      : `projects/${encoded(project)}`;
    return `${context === '' ? '' : `/${encoded(context)}`}/${owner}/repos/${encoded(slug)}/browse/${encoded(path)}?at=${sha}#${line}`;
  },
  azure: (repository, { sha, path, line }) => {
    const parts = repository.split('/');
    const name = parts.at(-1) ?? '';
    // A project's own repository may be named without the project: `organization/_git/shop`.
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

/** Where people see the host: as in the remote's own address, else by https; never with the name or token in it. */
function originOf(remote: string, host: string): string {
  const [, scheme = '', port = ''] = /^(https?):\/\/(?:[^/@]*@)?[^/:]+(:\d+)?\//i.exec(remote.trim()) ?? [];
  const isOwn = scheme !== '' && !(host in ofHost);
  return isOwn ? `${scheme.toLowerCase()}://${host}${port}` : `https://${host}`;
}

function asWritten(remote: string, path: string): string {
  let plain = remote;
  try {
    plain = decodeURIComponent(remote);
  } catch {
    // A `%` that means itself.
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
