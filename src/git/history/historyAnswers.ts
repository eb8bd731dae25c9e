import type { CommitEvidence } from '../../core/links/link';

/** A commit that names a goal. */
export interface IndexedCommit {
  /** The full object name, 40 or 64 hex digits. */
  readonly sha: string;
  /** When it was committed, in seconds since 1970. */
  readonly time: number;
  /** Cut to 256 UTF-16 units. */
  readonly subject: string;
  /** The strongest evidence for any of the keys asked for. */
  readonly by: CommitEvidence;
}

/** A file that commits of a goal touched; it may have been renamed or removed since. */
export interface IndexedFile {
  /** Relative to the repository's root, with forward slashes. */
  readonly path: string;
  /** How many of the commits touched it, at least 1. */
  readonly commits: number;
}

/** How much an index knows. */
export interface HistoryStats {
  /** How many commits the history has, with and without goals; a few too many if commits have wrong dates. */
  readonly commits: number;
  /** How many commits could name a goal under some rules; only these are kept. */
  readonly candidates: number;
  /** How many keys commits name under the current rules. */
  readonly keys: number;
  readonly files: number;
  /** How many commits have a key but no known paths yet; the next update reads them. */
  readonly withoutPaths: number;
  /** When the repository was last found changed, in milliseconds since 1970; 0 before the first update. */
  readonly readAt: number;
  /** The size of the store when it was last written, in bytes; undefined before that. */
  readonly storeBytes: number | undefined;
}
