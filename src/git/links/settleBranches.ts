import { appendTo } from '../../core/appendTo';
import { setTimeout as pause } from 'node:timers/promises';
import type { BranchChoices } from '../../core/links/branchLinks';
import type { Git } from '../run/git';
import { branchIdentity, type BranchIdentity } from './branchIdentity';
import { hasBranchTraces } from './branchTraces';

/** What is stored about one branch. */
export interface StoredBranch extends BranchChoices {
  /** Which branch it was said about, see `BranchIdentity`; undefined if git kept no reflog. */
  readonly created?: string;
}

/** A change to the file that makes it follow the branches. */
export type LinkChange =
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly branch: string }
  | { readonly kind: 'mark'; readonly branch: string; readonly created: string };

/** What is stored, corrected for the existing branches, and the changes that lead there. */
export interface SettledBranches {
  readonly branches: ReadonlyMap<string, StoredBranch>;
  readonly changes: readonly LinkChange[];
}

/** How many branches are searched for one that was renamed. */
const mostBranches = 5000;
/** How long git gets to finish a rename, in milliseconds: amid one, there is neither the old branch nor the new. */
const renameMs = 300;

/**
 * Makes links live as long as their branch: they follow a rename, go with a deletion, and do not pass to another
 * branch, be it new under the same name or made at the same moment. What cannot be told apart, and what git cannot
 * read at present, stays with the name.
 */
export async function settleBranches(
  git: Git,
  root: string,
  commonDir: string,
  stored: ReadonlyMap<string, StoredBranch>,
): Promise<SettledBranches> {
  const settled = await settleNow(git, root, commonDir, stored);
  if (!settled.changes.some(({ kind }) => kind === 'remove')) return settled;
  // What people said is not thrown away at the first look.
  await pause(renameMs);
  return settleNow(git, root, commonDir, stored);
}

async function settleNow(
  git: Git,
  root: string,
  commonDir: string,
  stored: ReadonlyMap<string, StoredBranch>,
): Promise<SettledBranches> {
  const unchanged: SettledBranches = { branches: stored, changes: [] };
  if (stored.size === 0) return unchanged;
  const present = await localBranches(git, root);
  if (!present) return unchanged;
  const identify = (branch: string): Promise<BranchIdentity | undefined> =>
    branchIdentity(git, root, commonDir, branch);
  const branches = new Map<string, StoredBranch>();
  const changes: LinkChange[] = [];
  const loose: (readonly [branch: string, what: StoredBranch])[] = [];
  for (const [branch, what] of stored) {
    const isPresent = present.has(branch);
    const identity = isPresent ? await identify(branch) : undefined;
    if (isLoose(what, isPresent, identity)) {
      loose.push([branch, what]);
      continue;
    }
    branches.set(branch, what);
    const isSaid = what.linked.length + what.rejected.length > 0;
    if (identity && what.created !== identity.created && isSaid) {
      branches.set(branch, { ...what, created: identity.created });
      changes.push({ kind: 'mark', branch, created: identity.created });
    }
  }
  if (loose.length === 0) return { branches, changes };
  const names = await namesByIdentity(
    [...present].filter((name) => !branches.has(name)),
    identify,
  );
  const nameNow = async (branch: string, what: StoredBranch): Promise<string | undefined> => {
    const candidates = names.get(what.created ?? '') ?? [];
    const heir = await heirOf(branch, candidates, (each) => reflogMessages(git, root, each));
    if (heir !== undefined && !branches.has(heir)) return heir;
    if (present.has(branch)) return undefined;
    return (await isUnreadable(commonDir, branch, what, identify)) ? branch : undefined;
  };
  const removals: LinkChange[] = [];
  const renames: LinkChange[] = [];
  for (const [branch, what] of loose) {
    const name = await nameNow(branch, what);
    if (name === undefined) removals.push({ kind: 'remove', branch });
    else branches.set(name, what);
    if (name !== undefined && name !== branch) renames.push({ kind: 'rename', from: branch, to: name });
  }
  return { branches, changes: [...changes, ...removals, ...renames] };
}

/** Whether the branch may have another name now, or be gone. */
function isLoose(what: StoredBranch, isPresent: boolean, identity: BranchIdentity | undefined): boolean {
  return isPresent ? isOther(what, identity) : what.created !== undefined;
}

/** Whether git does not list a branch although it is there. */
async function isUnreadable(
  commonDir: string,
  branch: string,
  what: StoredBranch,
  identify: (branch: string) => Promise<BranchIdentity | undefined>,
): Promise<boolean> {
  return (await hasBranchTraces(commonDir, branch)) && !isOther(what, await identify(branch));
}

/** Whether this is not the branch that something was said about. */
function isOther({ created }: StoredBranch, identity: BranchIdentity | undefined): boolean {
  return created !== undefined && identity?.isWhole === true && identity.created !== created;
}

/**
 * The branch's current name, by what was recorded of its rename: a script makes several branches at the same commit in
 * the same second.
 */
async function heirOf(
  branch: string,
  names: readonly string[],
  messagesOf: (name: string) => Promise<string>,
): Promise<string | undefined> {
  // JGit writes the short name.
  const renamed = [`renamed refs/heads/${branch} to `, `Branch: renamed ${branch} to `];
  for (const name of names) {
    const messages = await messagesOf(name);
    if (renamed.some((each) => messages.includes(each))) return name;
  }
  return undefined;
}

/** The messages in a branch's reflog. */
async function reflogMessages(git: Git, root: string, branch: string): Promise<string> {
  const args = ['log', '--walk-reflogs', '--format=%gs', '--end-of-options', `refs/heads/${branch}`, '--'];
  return git.run(root, args).catch(() => '');
}

async function namesByIdentity(
  candidates: readonly string[],
  identify: (branch: string) => Promise<BranchIdentity | undefined>,
): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  for (const name of candidates.slice(0, mostBranches)) {
    const identity = await identify(name);
    if (identity?.isWhole) appendTo(names, identity.created, name);
  }
  return names;
}

/** The local branches; undefined if git does not say. */
async function localBranches(git: Git, root: string): Promise<Set<string> | undefined> {
  try {
    const listing = await git.run(root, [
      'for-each-ref',
      '--format=%(refname:lstrip=2)',
      '--',
      'refs/heads/',
    ]);
    return new Set(listing.split('\n').filter(Boolean));
  } catch {
    return undefined;
  }
}
