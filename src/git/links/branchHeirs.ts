import type { BranchLog, BranchRename } from './branchLogs';

/** What was said of a branch that may have another name now. */
interface Sought {
  /** See `BranchIdentity.created`. */
  readonly created: string;
  /** Whether its name may still be its own, as only a beginning that has expired speaks against it. */
  readonly mayStay: boolean;
}

/** A branch that may be one of former name. */
interface Claim {
  readonly branch: string;
  readonly heir: string;
  /** The lowest is the surest. */
  readonly rank: number;
  readonly at: number;
}

/** From this rank on, the beginnings differ. */
const unsure = 2;

/**
 * The names that renamed branches have now, by what was recorded of their renames: a script makes several branches at
 * the same commit in the same second. Where several reflogs tell of a rename, as that of a copy does, the branch with
 * the same beginning goes first; a beginning that has expired rules none out.
 *
 * @returns each name at most once
 */
export function branchHeirs(
  sought: ReadonlyMap<string, Sought>,
  logs: ReadonlyMap<string, BranchLog>,
): Map<string, string> {
  const claims = [...logs]
    .flatMap(([heir, log]) => claimsOf(heir, log, sought))
    .sort((a, b) => a.rank - b.rank || b.at - a.at);
  const heirs = new Map<string, string>();
  const taken = new Set<string>();
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const { branch, heir, rank } of claims) {
      if (heirs.has(branch) || taken.has(heir)) continue;
      // An old rename of another branch may tell of the same name: this one moves only if its name is another's now.
      if (rank >= unsure && sought.get(branch)?.mayStay && !taken.has(branch)) continue;
      heirs.set(branch, heir);
      taken.add(heir);
      isMoving = true;
    }
  }
  return heirs;
}

function claimsOf(heir: string, log: BranchLog, sought: ReadonlyMap<string, Sought>): Claim[] {
  return log.renames.flatMap(({ from, at }, index) => {
    const created = sought.get(from)?.created;
    if (created === undefined || !mayBe(created, log, at)) return [];
    const isSame = log.identity?.created === created;
    const leadsHere = lastName(log.renames.slice(index)) === heir;
    return [{ branch: from, heir, rank: (isSame ? 0 : unsure) + (leadsHere ? 0 : 1), at }];
  });
}

/** Whether the branch that is known by its beginning can be the one that was renamed. */
function mayBe(created: string, { identity }: BranchLog, renamedAt: number): boolean {
  if (identity?.created === created) return true;
  return !identity?.isWhole && renamedAt >= Number(created.split(' ')[1] ?? 0);
}

/** The name that a branch has after renames, beginning with the first. */
function lastName(renames: readonly BranchRename[]): string | undefined {
  let name = renames[0]?.from;
  for (const { from, to } of renames) if (from === name) name = to;
  return name;
}
