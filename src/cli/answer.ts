import type { ExitCode } from './exitCodes';

/** The result of a command, for a person and for a script. */
export interface Answer {
  readonly exitCode: ExitCode;
  /** For a person; without a final line break. */
  readonly text: string;
  /** For a script. */
  readonly json: unknown;
}
