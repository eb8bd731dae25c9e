import * as l10n from '@vscode/l10n';
import * as z from 'zod';
import { usableLinks, type CodeLink } from '../../core/goal/codeLink';
import { repositoryAt } from '../../core/references/codeAddress';
import { line, map } from './fieldSchemas';

const number = z.int({ error: () => l10n.t('must be a whole number, 1 or more, without quotes') }).min(1, {
  error: () => l10n.t('must be a whole number, 1 or more, without quotes'),
});

/** Code that belongs to a goal, as people write it: one branch, pull request or commit. */
export const codeLinkSchema = map({
  branch: line(255).describe('The name of a branch.').optional(),
  pullRequest: number
    .describe(
      'The number of a pull or merge request; beside a branch, the one that the branch is the source of.',
    )
    .optional(),
  commit: line(64)
    .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i, {
      error: () => l10n.t('must be the full name of a commit, 40 or 64 hexadecimal digits'),
    })
    .describe('The full name of a commit.')
    .optional(),
  repository: line(2048)
    .refine((address) => repositoryAt(address) !== undefined, {
      error: () => l10n.t('must be the address of a repository, like https://github.com/acme/shop'),
    })
    .describe('Where the branch or the pull request is; any repository where it is left out.')
    .optional(),
  closes: z
    .boolean({ error: () => l10n.t('must be true or false') })
    .describe('Whether the goal is closed by the pull request.')
    .optional(),
}).refine((link) => link.branch ?? link.pullRequest ?? link.commit, {
  error: () => l10n.t('must name a branch, a pullRequest or a commit'),
});

/** The links of a checked record, without those that name no code or cannot be used. */
export function linksOfRecord(
  records: readonly z.output<typeof codeLinkSchema>[] | undefined,
): CodeLink[] | undefined {
  const links = usableLinks((records ?? []).flatMap((record) => linkOf(record) ?? []));
  return links.length > 0 ? links : undefined;
}

function linkOf({
  branch,
  pullRequest,
  commit,
  repository: address,
  closes,
}: z.output<typeof codeLinkSchema>): CodeLink | undefined {
  const repository = address === undefined ? undefined : repositoryAt(address);
  const place = repository === undefined ? {} : { repository };
  if (commit !== undefined) return { kind: 'commit', sha: commit.toLowerCase() };
  if (branch !== undefined) {
    return { kind: 'branch', name: branch, ...place, ...(pullRequest !== undefined && { pullRequest }) };
  }
  if (pullRequest === undefined) return undefined;
  return { kind: 'pullRequest', number: pullRequest, ...place, ...(closes === true && { isClosing: true }) };
}

/** A link as people write it. */
export function recordOfLink(link: CodeLink): object {
  if (link.kind === 'commit') return { commit: link.sha };
  const place = link.repository === undefined ? {} : { repository: `https://${link.repository}` };
  if (link.kind === 'branch') {
    const { name, pullRequest } = link;
    return { branch: name, ...place, ...(pullRequest !== undefined && { pullRequest }) };
  }
  return { pullRequest: link.number, ...place, ...(link.isClosing === true && { closes: true }) };
}
