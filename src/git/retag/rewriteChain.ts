import * as l10n from '@vscode/l10n';
import {
  formatCommit,
  isSigned,
  parentsOf,
  withoutSignature,
  withParents,
  type RawCommit,
} from './rawCommit';
import { RetagError } from './retagError';
import { commitIdOf, objectFormatOf } from './writeCommits';

/** A commit as it was and as git sees its parents. */
export interface ChainLink {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly raw: RawCommit;
}

/** What a chain of commits becomes. */
export interface RewrittenChain {
  /** Old id → new id, parents first; unchanged commits are left out. */
  readonly moved: ReadonlyMap<string, string>;
  readonly contents: readonly Buffer[];
  /** The old ids of commits that lost a signature. */
  readonly unsigned: readonly string[];
}

/**
 * Edits commits and moves all those above them onto the result. Everything but the edit, the parents and the signatures
 * stays byte for byte, including the committer and the dates.
 *
 * @throws {RetagError} if the clone is cut off at a commit that would be rewritten
 */
export function rewriteChain(
  chain: readonly ChainLink[],
  edit: (sha: string, raw: RawCommit) => RawCommit,
): RewrittenChain {
  const moved = new Map<string, string>();
  const contents: Buffer[] = [];
  const unsigned: string[] = [];
  for (const { sha, parents, raw } of chain) {
    const edited = edit(sha, raw);
    if (edited === raw && !parents.some((parent) => moved.has(parent))) continue;
    if (parentsOf(raw).join() !== parents.join()) {
      throw new RetagError(
        'shallow',
        l10n.t(
          'This clone does not have the history below commit {0}: run “git fetch --unshallow”, then try again.',
          sha.slice(0, 7),
        ),
      );
    }
    if (isSigned(raw)) unsigned.push(sha);
    const content = formatCommit(withoutSignature(withParents(edited, moved)));
    contents.push(content);
    moved.set(sha, commitIdOf(content, objectFormatOf(sha)));
  }
  return { moved, contents, unsigned };
}
