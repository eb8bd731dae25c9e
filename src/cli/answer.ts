import type { ExitCode } from './exitCodes';

/** What a command has found: the same for a person and for a script. */
export interface Answer {
  readonly exitCode: ExitCode;
  /** For a person; ends without a line break. */
  readonly text: string;
  /** For a script. */
  readonly json: unknown;
}
