import { execFile } from 'node:child_process';

/** Git did not do what was asked of it. */
export class GitError extends Error {
  override readonly name = 'GitError';
  constructor(
    message: string,
    /** Git's exit code; undefined where it did not run or was killed. */
    readonly exitCode: number | undefined,
  ) {
    super(message);
  }
}

/** More output than this is a fault, not an answer. */
const maxOutputBytes = 32 * 1024 * 1024;
const timeoutMs = 30_000;

/** Runs the git program: always with an argument array, never through a shell. */
export class Git {
  constructor(private readonly path: () => string) {}

  /**
   * Runs git in a folder and answers with what it printed.
   *
   * @throws {GitError} when git cannot be started, fails, takes over 30 s or prints over 32 MiB
   */
  run(folder: string, args: readonly string[], signal?: AbortSignal): Promise<string> {
    const path = this.path();
    if (!path)
      return Promise.reject(
        new GitError('Git is not available. Install git, then reload the window.', undefined),
      );
    return new Promise((resolve, reject) => {
      execFile(
        path,
        [...args],
        {
          cwd: folder,
          maxBuffer: maxOutputBytes,
          timeout: timeoutMs,
          windowsHide: true,
          ...(signal && { signal }),
          // No optional locks: reading must never get in the way of a person's own git command.
          env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
        },
        (error, stdout, stderr) => {
          if (!error) {
            resolve(stdout);
            return;
          }
          const code = typeof error.code === 'number' ? error.code : undefined;
          const reason: Error = signal?.aborted
            ? error
            : new GitError(firstLine(stderr) ?? error.message, code);
          reject(reason);
        },
      );
    });
  }
}

function firstLine(text: string): string | undefined {
  return text.split('\n').find((line) => line.trim() !== '');
}
