/** What the process says by its exit code. */
export const exitCodes = {
  /** There is an answer. */
  ok: 0,
  /** There is an answer, and it is "nothing": no goal is linked, none is known. */
  nothing: 1,
  /** The command was not written as it must be. */
  usage: 2,
  /** There is no answer: git fails, or the goals cannot be read. */
  cannotTell: 3,
} as const;

/** One exit code. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
