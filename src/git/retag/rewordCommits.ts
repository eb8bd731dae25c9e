import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import { affectedCommits } from './affectedCommits';
import { backupRefOf } from './backupRef';
import { carryNotes, notesToCarry } from './carryNotes';
import { moveBranch } from './moveBranch';
import type { Git } from '../run/git';
import { parseCommit, withMessage, withTag } from './rawCommit';
import { readObjects } from './readObjects';
import { RetagError } from './retagError';
import { rewritableBranch } from './rewritableBranch';
import { rewriteChain, type ChainLink } from './rewriteChain';
import { objectFormatOf, writeCommits } from './writeCommits';

/** Which commits to tag, and how. */
export interface RewordRequest {
  /** Full ids of unpublished commits of the current branch. */
  readonly shas: readonly string[];
  /** The trailer's name. */
  readonly trailer: string;
  /** The keys, which replace earlier ones of the trailer; an empty list removes the trailer. */
  readonly keys: readonly string[];
  /** Which references under the trailer's name may be replaced, see `TagOptions`. */
  readonly isOurs?: (reference: string) => boolean;
  /** Further commits, each with a function that makes its new message from the old one. */
  readonly mends?: ReadonlyMap<string, (message: string) => string>;
  /** Whether signed commits may lose their signatures, which are valid for the old content only. */
  readonly dropSignatures?: boolean;
}

/** What rewording did. */
export interface Reworded {
  readonly branch: string;
  readonly before: string;
  readonly after: string;
  /** The ref that keeps the branch as it was, for `undoReword`. */
  readonly backupRef: string;
  /** Old id → new id of every rewritten commit, parents first. */
  readonly commits: ReadonlyMap<string, string>;
  /** Old ids of the commits that lost a signature. */
  readonly unsigned: readonly string[];
  /** Whether git failed to copy some notes, which then stay with the old commits. */
  readonly hasLeftNotes: boolean;
  /** Other branches that still hold an old commit. */
  readonly heldBy: readonly string[];
}

/**
 * Writes a trailer into unpublished commits of the current branch, or mends their messages, and rebuilds the commits
 * above them. Files, index, authors, committers, dates, merges and notes stay. Undefined if there is nothing to change.
 *
 * @throws {RetagError} if that is not possible or not safe; nothing was changed then
 * @throws {BranchError} on a detached HEAD and on a branch without commits
 * @throws {InvalidTagError} if the token or a key is not safe in a trailer
 * @throws {GitError} if git fails; an abort rejects with the signal's reason, and nothing was changed
 */
export async function rewordCommits(
  git: Git,
  root: string,
  { shas, trailer, keys, isOurs, mends = new Map(), dropSignatures = false }: RewordRequest,
  signal: AbortSignal,
): Promise<Reworded | undefined> {
  const chosen = new Set([...shas, ...mends.keys()]);
  if (chosen.size === 0)
    throw new RetagError('nothingChosen', l10n.t('No commit is chosen: choose at least one to tag.'));
  const head = await rewritableBranch(git, root, signal);
  const affected = await affectedCommits(git, root, head, chosen, signal);
  const objects = await readObjects(git, root, [...affected.keys()], signal);
  const chain = [...affected].map(([sha, parents]): ChainLink => {
    return { sha, parents, raw: parseCommit(objects.get(sha)?.content ?? Buffer.alloc(0)) };
  });
  const { moved, contents, unsigned } = rewriteChain(chain, (sha, raw) => {
    const mend = mends.get(sha);
    if (mend) return withMessage(raw, mend);
    return chosen.has(sha) ? withTag(raw, trailer, keys, { ...(isOurs && { isOurs }) }) : raw;
  });
  const after = moved.get(head.sha);
  if (after === undefined) return undefined;
  if (unsigned.length > 0 && !dropSignatures) throw signed(unsigned.length);

  await writeCommits(git, root, contents, objectFormatOf(head.sha), signal);
  const notes = await notesToCarry(git, root, moved, signal);
  const heldBy = await holders(git, root, head.ref, chain, moved, signal);
  signal.throwIfAborted();
  const backupRef = backupRefOf(head.branch, after, new Date());
  const backup = { kind: 'create', ref: backupRef, sha: head.sha } as const;
  await moveBranch(git, root, head, after, backup, `tag commits with ${trailer}`);
  // Only now: if the branch did not move, no notes may stay behind on commits that nobody has.
  const hasLeftNotes = !(await carryNotes(git, root, notes));
  const branches = { branch: head.branch, before: head.sha, after, backupRef };
  return { ...branches, commits: moved, unsigned, hasLeftNotes, heldBy };
}

function signed(count: number): RetagError {
  const message = counted(count, {
    one: l10n.t('Rewriting takes the signature from {0} commit: allow that, or add a goal note.', count),
    other: l10n.t('Rewriting takes the signatures from {0} commits: allow that, or add goal notes.', count),
  });
  return new RetagError('signed', message);
}

/** The other branches that hold a rewritten commit, and so one of the lowest. */
async function holders(
  git: Git,
  root: string,
  ref: string,
  chain: readonly ChainLink[],
  moved: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<string[]> {
  const lowest = chain.filter(
    ({ sha, parents }) => moved.has(sha) && !parents.some((parent) => moved.has(parent)),
  );
  const containing = lowest.map(({ sha }) => `--contains=${sha}`);
  const args = ['for-each-ref', '--format=%(refname)', ...containing, 'refs/heads'];
  const answer = await git.run(root, args, signal);
  return answer.split('\n').filter((each) => each !== '' && each !== ref);
}
