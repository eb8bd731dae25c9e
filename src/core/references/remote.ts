import { trimSlashes } from './referenceStyle';

/** Where a remote repository is: its host without user and port, and its path, both as they are compared. */
export interface Remote {
  readonly host: string;
  /** `acme/shop`; on Azure DevOps `organization/project/repository`. */
  readonly path: string;
}

const longest = 2048;
/** Hosts that serve SSH for another one. */
const sshHosts: Readonly<Record<string, string>> = {
  'ssh.github.com': 'github.com',
  'altssh.gitlab.com': 'gitlab.com',
  'ssh.dev.azure.com': 'dev.azure.com',
  'vs-ssh.visualstudio.com': 'dev.azure.com',
};

/**
 * Reads the address of a remote in any form that git takes: https, ssh, git, or `user@host:path`. Undefined where it is
 * a folder or a file, which tells nothing of a tracker.
 */
export function parseRemote(url: string): Remote | undefined {
  const text = url.trim();
  if (text === '' || text.length > longest) return undefined;
  const found = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? ofAddress(text) : ofScpForm(text);
  if (!found) return undefined;
  const path = trimSlashes(decoded(found.path))
    .replace(/\.git$/i, '')
    .toLowerCase();
  const host = found.host.toLowerCase();
  return path === '' || host === '' ? undefined : ofAzure(sshHosts[host] ?? host, trimSlashes(path));
}

function ofAddress(text: string): Remote | undefined {
  const [, scheme = '', host = '', path = ''] =
    /^([a-z\d+.-]+):\/\/(?:[^/@]*@)?(\[[^\]/]*\]|[^/:]*)(?::\d*)?\/([^?#]*)/i.exec(text) ?? [];
  return /^(?:https?|ssh|git|git\+ssh|ssh\+git|ftps?)$/i.test(scheme) ? { host, path } : undefined;
}

/** `git@host:path`; a colon after a slash or after a drive's letter belongs to a folder. */
function ofScpForm(text: string): Remote | undefined {
  const [, bracketed, plain = '', path = ''] =
    /^(?:[^@/:[\s]*@)?(?:\[(?:[^@\]/]*@)?([^\]/]*)\]|([^/:[\]\s]{2,})):([^\\:].*)$/.exec(text) ?? [];
  // `[host:22]:path` is how git writes a port there.
  const host = bracketed === undefined ? plain : bracketed.replace(/:\d+$/, '');
  return path === '' ? undefined : { host, path };
}

/** Every form of Azure DevOps's addresses leads to `organization/project/repository`. */
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
