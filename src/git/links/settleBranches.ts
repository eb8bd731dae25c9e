import type { BranchChoices } from '../../core/links/branchLinks';
import type { Git } from '../run/git';
import { branchIdentity, type BranchIdentity } from './branchIdentity';

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

/**
 * Makes links live as long as their branch: they follow a rename, go with a deletion, and do not pass to a new branch
 * of the same name. What cannot be told apart stays with the name.
 */
export async function settleBranches(
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
    if (isLost(what, isPresent, identity)) {
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
  const removals: LinkChange[] = [];
  const renames: LinkChange[] = [];
  for (const [branch, what] of loose) {
    const candidates = names.get(what.created ?? '') ?? [];
    const name = await theOne(branch, candidates, (each) => reflogMessages(git, root, each));
    if (name === undefined || branches.has(name)) {
      removals.push({ kind: 'remove', branch });
      continue;
    }
    branches.set(name, what);
    renames.push({ kind: 'rename', from: branch, to: name });
  }
  return { branches, changes: [...changes, ...removals, ...renames] };
}

/** Whether the branch that something was said about was renamed or is gone. */
function isLost(
  { created }: StoredBranch,
  isPresent: boolean,
  identity: BranchIdentity | undefined,
): boolean {
  if (created === undefined) return false;
  return isPresent ? identity?.isWhole === true && identity.created !== created : true;
}

/**
 * The branch's current name; branches that started at the same commit in the same second are told apart by what git
 * recorded of the rename.
 */
async function theOne(
  branch: string,
  names: readonly string[],
  messagesOf: (name: string) => Promise<string>,
): Promise<string | undefined> {
  const [only, ...others] = names;
  if (others.length === 0) return only;
  for (const name of names) {
    if ((await messagesOf(name)).includes(`renamed refs/heads/${branch} to refs/heads/`)) return name;
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
    if (identity?.isWhole) names.set(identity.created, [...(names.get(identity.created) ?? []), name]);
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
