import type { Goal } from '../../core/goal/goal';
import type { Problem } from './problem';

/** What a goals file holds. */
export interface GoalsFileResult {
  /** In the order of the file: keys are unique, relations lead to goals of the file, parents have no cycle. */
  readonly goals: readonly Goal[];
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  /** How many entries of the list are not among the goals. */
  readonly badEntries: number;
  /** Whose number a bare `#142` is: a repository, or the address of a tracker. */
  readonly numbers?: string;
}

/** Reads goals files, somewhere. */
export interface GoalsFileParser {
  /**
   * @throws {GoalLensError} where the file asks for more time or memory than it gets
   * @throws the signal's reason when it is aborted
   */
  parse(text: string, trackerId: string, signal?: AbortSignal): Promise<GoalsFileResult>;
}
