/** The exit codes of the process. */
export const exitCodes = {
  /** There is an answer. */
  ok: 0,
  /** There is an answer, and it is "nothing": no goal is linked, none is known. */
  nothing: 1,
  /** The command line is invalid. */
  usage: 2,
  /** There is no answer: git failed, or the goals cannot be read. */
  cannotTell: 3,
} as const;

/** An exit code. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
