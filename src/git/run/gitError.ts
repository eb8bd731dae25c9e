import * as l10n from '@vscode/l10n';
import { GoalLensError } from '../../core/errors';

/** Why git gave no answer. */
export type GitFault = 'missing' | 'notARepository' | 'failed' | 'timeout' | 'tooLarge';

/** Git did not do what was asked of it; the message is one sentence for a person. */
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

  /** Git's exit code; undefined where it did not run or was ended. */
  readonly exitCode: number | undefined;
  /** What git itself said, on one line; empty where it said nothing. */
  readonly said: string;
}

/** Whether an error is a fault of git of this kind. */
export function isGitFault(error: unknown, fault: GitFault): error is GitError {
  return error instanceof GitError && error.fault === fault;
}

/** There is no git program. */
export function gitMissing(cause?: unknown): GitError {
  return new GitError('missing', l10n.t('Git is not available. Install git, then reload the window.'), {
    cause,
  });
}

/** The folder that git was to run in is gone. */
export function folderMissing(folder: string, cause: unknown): GitError {
  return new GitError(
    'notARepository',
    l10n.t('The folder {0} is not there. Open the repository’s folder, then try again.', folder),
    { cause },
  );
}

/** The system does not start git, although it is there. */
export function gitNotStarted(cause: Error): GitError {
  return new GitError('failed', l10n.t('Git cannot be started: {0}', cause.message), { cause });
}

/** Git ended with an exit code that is no answer, having complained. */
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

/** Git said nothing for too long, or took too long. */
export function gitTimedOut(ms: number): GitError {
  const message = l10n.t(
    'Git did not answer within {0} seconds and was stopped. Run “git status” to see whether it hangs.',
    Math.round(ms / 1000),
  );
  return new GitError('timeout', message);
}

/** Git printed more than an answer has. */
export function gitTooLarge(maxBytes: number): GitError {
  const megabytes = Math.round(maxBytes / 1024 / 1024);
  return new GitError(
    'tooLarge',
    l10n.t('Git printed more than {0} MB and was stopped: that is too much to be read.', megabytes),
  );
}

/** The line that says what went wrong; warnings may stand above it. */
function faultIn(complaint: string): string {
  const lines = complaint.trim().split('\n');
  return lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? '';
}
