import type { CodeLink } from '../goal/codeLink';
import { parseRemote } from './remote';

const pullRequest =
  /^(https?:\/\/[^?#]+?)\/(?:-\/)?(?:pull|pulls|pullrequest|pull-requests|merge_requests)\/([1-9]\d{0,9})(?:[/?#]|$)/i;
const commit = /^(https?:\/\/[^?#]+?)\/(?:-\/)?commits?\/([0-9a-f]{40}|[0-9a-f]{64})(?:[/?#]|$)/i;
const longest = 2048;

/** Parses the address of a pull request, merge request or commit on a known code host; undefined for others. */
export function readCodeAddress(address: string): CodeLink | undefined {
  if (address.length > longest) return undefined;
  const [, base = '', number] = pullRequest.exec(address) ?? [];
  if (number !== undefined) {
    const repository = repositoryAt(base);
    return repository === undefined ? undefined : { kind: 'pullRequest', number: Number(number), repository };
  }
  const sha = commit.exec(address)?.[2];
  return sha === undefined ? undefined : { kind: 'commit', sha: sha.toLowerCase() };
}

/** A repository's address as links spell it: `github.com/acme/shop`. */
export function repositoryAt(address: string): string | undefined {
  const remote = parseRemote(address);
  return remote && `${remote.host}/${remote.path}`;
}
