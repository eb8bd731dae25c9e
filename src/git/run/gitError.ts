import * as l10n from '@vscode/l10n';
import { GoalLensError } from '../../core/errors';

/** Why git gave no answer. */
export type GitFault = 'missing' | 'notARepository' | 'failed' | 'timeout' | 'tooLarge';

/** Git failed; the message is one sentence for people. */
export class GitError extends GoalLensError {
  constructor(
    readonly fault: GitFault,
    message: string,
    details: { readonly exitCode?: number; readonly said?: string; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.exitCode = details.exitCode;
    this.said = details.said ?? '';
  }

  /** Git's exit code; undefined if it did not run or was ended. */
  readonly exitCode: number | undefined;
  /** What git itself said, on one line; empty if it said nothing. */
  readonly said: string;
}

/** Whether an error is this git fault. */
export function isGitFault(error: unknown, fault: GitFault): error is GitError {
  return error instanceof GitError && error.fault === fault;
}

/** The error for a missing git program. */
export function gitMissing(cause?: unknown): GitError {
  return new GitError('missing', l10n.t('Git is not available. Install git, then reload the window.'), {
    cause,
  });
}

/** The error for a missing folder that git was to run in. */
export function folderMissing(folder: string, cause: unknown): GitError {
  return new GitError(
    'notARepository',
    l10n.t('The folder {0} is not there. Open the repository’s folder, then try again.', folder),
    { cause },
  );
}

/** The error for a git that is there but does not start. */
export function gitNotStarted(cause: Error): GitError {
  return new GitError('failed', l10n.t('Git cannot be started: {0}', cause.message), { cause });
}

/** The error for an exit code that is not an answer. */
export function gitFailed(folder: string, exitCode: number, complaint: string): GitError {
  const said = faultIn(complaint);
  if (/not a git repository/i.test(complaint)) {
    const message = l10n.t('{0} is not in a git repository. Open a folder that is in one.', folder);
    return new GitError('notARepository', message, { exitCode, said });
  }
  const message = said
    ? l10n.t('Git failed and says: {0}', said)
    : l10n.t('Git failed with exit code {0} and does not say why.', exitCode);
  return new GitError('failed', message, { exitCode, said });
}

/** The error for a git that was silent, or ran, for too long. */
export function gitTimedOut(ms: number): GitError {
  const message = l10n.t(
    'Git did not answer within {0} seconds and was stopped. Run “git status” to see whether it hangs.',
    Math.round(ms / 1000),
  );
  return new GitError('timeout', message);
}

/** The error for more output than an answer may have. */
export function gitTooLarge(maxBytes: number): GitError {
  const megabytes = Math.round(maxBytes / 1024 / 1024);
  return new GitError(
    'tooLarge',
    l10n.t('Git printed more than {0} MB and was stopped: that is too much to be read.', megabytes),
  );
}

/** The line that says what went wrong; warnings may come before it. */
function faultIn(complaint: string): string {
  const lines = complaint.trim().split('\n');
  return lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? '';
}
