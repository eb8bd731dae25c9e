import type { CodeLink } from '../../../core/goal/codeLink';
import { siteOf } from '../../../core/references/referenceStyle';
import type { WorkItem } from './azureSchemas';

// https://learn.microsoft.com/azure/devops/boards/queries/link-type-reference#external-link-type
const artifact = /^vstfs:\/\/\/(Git|GitHub)\/(Commit|Ref|PullRequestId)\/(.{1,1024})$/i;

/**
 * The commits, branches and pull requests that a work item is linked to. Their repository is given only by its id,
 * which no clone knows; pull requests are numbered per organization.
 */
export function artifactLinks({ relations }: WorkItem, connectionUrl: string): CodeLink[] {
  const { host, base } = siteOf({ url: connectionUrl });
  const repository = `${host}/${base === '' ? '' : `${base}/`}`;
  return (relations ?? []).flatMap((relation): CodeLink[] => {
    if (relation?.rel !== 'ArtifactLink') return [];
    const [, host, kind = '', path = ''] = artifact.exec(relation.url) ?? [];
    const parts = decoded(path).split('/');
    if (kind.toLowerCase() === 'commit') return [{ kind: 'commit', sha: (parts.at(-1) ?? '').toLowerCase() }];
    if (host?.toLowerCase() !== 'git') return [];
    const [, , ...rest] = parts;
    const name = rest.join('/');
    if (kind === 'PullRequestId') return [{ kind: 'pullRequest', number: Number(name), repository }];
    // A branch is written as `GBmain`, a tag as `GTv1`.
    return name.startsWith('GB') ? [{ kind: 'branch', name: name.slice(2), repository }] : [];
  });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
