import type { GoalCatalog } from '../catalog/goalCatalog';
import type { RepositoryHome } from '../catalog/repositoryHome';
import type { PathMap } from '../paths/pathMap';
import { linksOfBranch, type BranchChoices } from './branchLinks';
import { linksOfHistory, linksOfPath, type FileCommit } from './fileLinks';
import { nothingServed, servedGoals, type ServedGoals } from './servedGoals';

/** The available goals, and the folder whose goals file wins where trackers share a key. */
export interface GoalsAtHand {
  readonly catalog: GoalCatalog;
  /** The folder's URI. */
  readonly folder?: string | undefined;
  /** The repository's home; the same object for as long as nothing about it changes. */
  readonly home?: RepositoryHome | undefined;
}

/** What is known about a file. */
export interface FileFacts {
  /** The path map that applies to the file, and the file's path relative to the map's folder. */
  readonly mapped?: { readonly map: PathMap; readonly path: string } | undefined;
  /** The commits that touched it, newest first, as far as they have been read. */
  readonly commits: readonly FileCommit[];
}

/** The goals that a branch serves; a detached HEAD serves none. */
export function goalsOfBranch(
  branch: string | undefined,
  choices: BranchChoices,
  { catalog, folder, home }: GoalsAtHand,
): ServedGoals {
  if (branch === undefined) return nothingServed;
  return servedGoals(linksOfBranch(branch, choices, catalog.in(home)), catalog, folder);
}

/** The goals that a file serves: those of its path rule, then those of the commits that touched it. */
export function goalsOfFile({ mapped, commits }: FileFacts, { catalog, folder }: GoalsAtHand): ServedGoals {
  const links = [...(mapped ? linksOfPath(mapped.path, mapped.map) : []), ...linksOfHistory(commits)];
  return links.length === 0 ? nothingServed : servedGoals(links, catalog, folder);
}
