import { setTimeout as pause } from 'node:timers/promises';
import type { BranchChoices } from '../../core/links/branchLinks';
import type { Git } from '../run/git';
import { branchHeirs } from './branchHeirs';
import { branchIdentity, type BranchIdentity } from './branchIdentity';
import { branchLogs } from './branchLogs';
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
  /** `branch` is its name after all renames. */
  | { readonly kind: 'mark'; readonly branch: string; readonly created: string };

/** What is stored, corrected for the existing branches, and the changes that lead there. */
export interface SettledBranches {
  readonly branches: ReadonlyMap<string, StoredBranch>;
  readonly changes: readonly LinkChange[];
}

/** Something that is stored about a branch that may have another name now, or be gone. */
interface Loose {
  readonly branch: string;
  readonly what: StoredBranch & Required<Pick<StoredBranch, 'created'>>;
  /** Of the branch that has its name now. */
  readonly identity: BranchIdentity | undefined;
}

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
  if (!settled.isDoubtful) return settled;
  // What people said is not thrown away at the first look.
  await pause(renameMs);
  return settleNow(git, root, commonDir, stored);
}

async function settleNow(
  git: Git,
  root: string,
  commonDir: string,
  stored: ReadonlyMap<string, StoredBranch>,
): Promise<SettledBranches & { readonly isDoubtful: boolean }> {
  const unchanged = { branches: stored, changes: [], isDoubtful: false };
  if (stored.size === 0) return unchanged;
  const present = await localBranches(git, root);
  if (!present) return unchanged;
  // Amid a restore of the folder, all branches may be away.
  if (present.size === 0) return { ...unchanged, isDoubtful: hadBranches(stored) };
  const identify = (branch: string): Promise<BranchIdentity | undefined> =>
    branchIdentity(git, root, commonDir, branch);
  const { branches, changes, loose } = await sorted(stored, present, identify);
  if (loose.length === 0) return { branches, changes, isDoubtful: false };
  const unclaimed = [...present].filter((name) => !branches.has(name));
  const logs = await branchLogs(git, root, commonDir, unclaimed);
  if (!logs) return unchanged;
  const heirs = branchHeirs(new Map(loose.map((each) => [each.branch, soughtOf(each)])), logs);
  const taken = new Set(heirs.values());
  const nameNow = async ({ branch, what, identity }: Loose): Promise<string | undefined> => {
    const heir = heirs.get(branch);
    if (heir !== undefined) return heir;
    if (present.has(branch)) return isOther(what, identity) || taken.has(branch) ? undefined : branch;
    return (await isUnreadable(commonDir, branch, what, identify)) ? branch : undefined;
  };
  for (const each of loose) {
    const name = await nameNow(each);
    const identity = name === each.branch ? each.identity : logs.get(name ?? '')?.identity;
    place(each, name, identity?.created, { branches, changes });
  }
  return { branches, changes, isDoubtful: changes.some(({ kind }) => kind === 'remove') };
}

/** Puts what is stored about a branch under the name that it has now; undefined if there is no such branch. */
function place(
  { branch, what }: Loose,
  name: string | undefined,
  created = what.created,
  { branches, changes }: { branches: Map<string, StoredBranch>; changes: LinkChange[] },
): void {
  if (name === undefined) {
    changes.push({ kind: 'remove', branch });
    return;
  }
  if (name !== branch) changes.push({ kind: 'rename', from: branch, to: name });
  branches.set(name, { ...what, created });
  if (created !== what.created) changes.push({ kind: 'mark', branch: name, created });
}

/** What stays with its name, and what may have another one. */
async function sorted(
  stored: ReadonlyMap<string, StoredBranch>,
  present: ReadonlySet<string>,
  identify: (branch: string) => Promise<BranchIdentity | undefined>,
): Promise<{ branches: Map<string, StoredBranch>; changes: LinkChange[]; loose: Loose[] }> {
  const branches = new Map<string, StoredBranch>();
  const changes: LinkChange[] = [];
  const loose: Loose[] = [];
  for (const [branch, what] of stored) {
    const isPresent = present.has(branch);
    const identity = isPresent ? await identify(branch) : undefined;
    if (isLoose(what, isPresent, identity)) {
      loose.push({ branch, what, identity });
      continue;
    }
    branches.set(branch, what);
    const isSaid = what.linked.length + what.rejected.length > 0;
    if (identity && what.created !== identity.created && isSaid) {
      branches.set(branch, { ...what, created: identity.created });
      changes.push({ kind: 'mark', branch, created: identity.created });
    }
  }
  return { branches, changes, loose };
}

/** Whether something is stored about a branch that was there. */
function hadBranches(stored: ReadonlyMap<string, StoredBranch>): boolean {
  return [...stored.values()].some(({ created }) => created !== undefined);
}

/** Whether the branch may have another name now, or be gone; what has only lost its beginning stays. */
function isLoose(
  what: StoredBranch,
  isPresent: boolean,
  identity: BranchIdentity | undefined,
): what is Loose['what'] {
  if (what.created === undefined) return false;
  return !isPresent || (identity !== undefined && identity.created !== what.created);
}

function soughtOf({ what, identity }: Loose): { created: string; mayStay: boolean } {
  return { created: what.created, mayStay: identity !== undefined && !isOther(what, identity) };
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
