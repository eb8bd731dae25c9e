import { trimSlashes } from './referenceStyle';

/** A remote repository's host (without user and port) and path, both normalized for comparison. */
export interface Remote {
  readonly host: string;
  /** `acme/shop`; on Azure DevOps `organization/project/repository`. */
  readonly path: string;
}

const longest = 2048;
/** Hosts that serve SSH on behalf of another host. */
const sshHosts: ReadonlyMap<string, string> = new Map([
  ['ssh.github.com', 'github.com'],
  ['altssh.gitlab.com', 'gitlab.com'],
  ['ssh.dev.azure.com', 'dev.azure.com'],
  ['vs-ssh.visualstudio.com', 'dev.azure.com'],
]);

/**
 * Parses a remote's address in any form that git accepts: https, ssh, git, or `user@host:path`. Undefined for a folder
 * or file, which says nothing about a tracker.
 */
export function parseRemote(url: string): Remote | undefined {
  const text = url.trim();
  if (text.length > longest) return undefined;
  const found = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? ofAddress(text) : ofScpForm(text);
  if (!found) return undefined;
  const path = trimSlashes(decoded(found.path))
    .replace(/\.git$/i, '')
    .toLowerCase();
  const host = found.host.toLowerCase();
  if (path === '' || host === '') return undefined;
  const remote = ofAzure(sshHosts.get(host) ?? host, trimSlashes(path));
  // `https://dev.azure.com/_git/` names no repository.
  return remote.path === '' ? undefined : remote;
}

function ofAddress(text: string): Remote | undefined {
  const [, scheme = '', host = '', path = ''] =
    /^([a-z\d+.-]+):\/\/(?:[^/@]*@)?(\[[^\]/]*\]|[^/:]*)(?::\d*)?\/([^?#]*)/i.exec(text) ?? [];
  return /^(?:https?|ssh|git|git\+ssh|ssh\+git|ftps?)$/i.test(scheme) ? { host, path } : undefined;
}

/** `git@host:path`; a colon after a slash or a drive letter belongs to a folder. */
function ofScpForm(text: string): Remote {
  const [, bracketed, plain = '', path = ''] =
    /^(?:[^@/:[\s]*@)?(?:\[(?:[^@\]/]*@)?([^\]/]*)\]|([^/:[\]\s]{2,})):([^\\:].*)$/.exec(text) ?? [];
  // `[host:22]:path` is how git writes a port there.
  const host = bracketed === undefined ? plain : bracketed.replace(/:\d+$/, '');
  return { host, path };
}

/** Reduces every form of Azure DevOps address to `organization/project/repository`. */
function ofAzure(host: string, path: string): Remote {
  const [organization, ...rest] = host.split('.');
  const isOld = rest.join('.') === 'visualstudio.com';
  if (!isOld && host !== 'dev.azure.com' && !path.includes('/_git/')) return { host, path };
  const parts = path.split('/').filter((part) => part !== '_git' && part !== 'defaultcollection');
  if (host === 'dev.azure.com' && parts[0] === 'v3') parts.shift();
  if (isOld) return { host: 'dev.azure.com', path: [organization, ...parts].join('/') };
  return { host, path: parts.join('/') };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
