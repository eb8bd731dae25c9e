import { noCommits, type CommitColumns } from './commitColumns';

/** The stored history of one repository: what it was read from, and what was found. Immutable. */
export interface StoredHistory {
  /** When the repository was looked at, in milliseconds since 1970; 0 before the first time. */
  readonly readAt: number;
  /** The tips that were there, see `RepositoryView`. */
  readonly tips: readonly string[];
  /** The tips whose history was read: a branch may point to a missing commit. */
  readonly walked: readonly string[];
  readonly notes?: string | undefined;
  readonly borders: string;
  /** How many commits the history has, with and without goals. */
  readonly commits: number;
  readonly columns: CommitColumns;
}

/** The history before anything was read. */
export const nothingStored: StoredHistory = {
  readAt: 0,
  tips: [],
  walked: [],
  borders: '',
  commits: 0,
  columns: noCommits,
};
