import type { Goal } from '../../core/goal/goal';
import type { Problem } from './problem';

/** The contents of a goals file. */
export interface GoalsFileResult {
  /**
   * In the order of the file: keys are unique, parents have no cycle. A relation may lead to another tracker, or to an
   * entry that cannot be read.
   */
  readonly goals: readonly Goal[];
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  /** How many entries of the list are not among the goals. */
  readonly badEntries: number;
  /** The keys of the entries that cannot be read, as far as they can be made out. */
  readonly brokenKeys?: readonly string[];
  /** Whose number a bare `#142` is: a repository, or the address of a tracker. */
  readonly numbers?: string;
}

/** Parses goals files, on whatever thread. */
export interface GoalsFileParser {
  /**
   * Parses the text of a goals file.
   * @throws {GoalLensError} if the file needs more time or memory than it gets
   * @throws the signal's reason when it is aborted
   */
  parse(text: string, trackerId: string, signal?: AbortSignal): Promise<GoalsFileResult>;
}
