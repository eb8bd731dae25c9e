/** A range within one line; lines and columns (UTF-16) count from 0. */
export interface TextRange {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Something in a goals file that a person should look at. */
export interface Problem {
  /** `error`: something written is not used; `warning`: it is doubtful, or ignored without loss. */
  readonly severity: 'error' | 'warning';
  /** One or two plain sentences that say what is wrong and what to do. */
  readonly message: string;
  readonly range: TextRange;
  /** The key of the goal that the problem is in, if known. */
  readonly key?: string;
  /** A key that no goal of the file has; no problem if a goal of another tracker has it. */
  readonly missing?: string;
}
