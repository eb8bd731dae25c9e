import { noCommits, type CommitColumns } from './commitColumns';

/** The history of one repository as it is kept: what it was read from, and what was found. Immutable. */
export interface StoredHistory {
  /** When the repository was looked at, in milliseconds since 1970; 0 before the first time. */
  readonly readAt: number;
  /** The tips that were there, see `RepositoryView`. */
  readonly tips: readonly string[];
  /** Those of them whose history was read: a branch may point to a commit that is missing. */
  readonly walked: readonly string[];
  readonly notes?: string | undefined;
  readonly borders: string;
  /** How many commits the history has, with and without goals. */
  readonly commits: number;
  readonly columns: CommitColumns;
}

/** Nothing was read yet. */
export const nothingStored: StoredHistory = {
  readAt: 0,
  tips: [],
  walked: [],
  borders: '',
  commits: 0,
  columns: noCommits,
};
