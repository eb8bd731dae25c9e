import { execFile } from 'node:child_process';
import { Git, GitError } from './git';

/** More output than this is a fault, not an answer. */
const maxOutputBytes = 256 * 1024 * 1024;
const timeoutMs = 60_000;

/** Git that also takes input and answers with bytes: for objects, whose text may be in any encoding. */
export class PipedGit extends Git {
  constructor(private readonly program: () => string) {
    super(program);
  }

  /**
   * Runs git in a folder with this input and answers with the bytes that it printed.
   *
   * @throws {GitError} when git cannot be started, fails, takes over 60 s or prints over 256 MiB
   */
  pipe(
    folder: string,
    args: readonly string[],
    input: string | Buffer,
    signal?: AbortSignal,
  ): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const options = {
        cwd: folder,
        encoding: 'buffer',
        maxBuffer: maxOutputBytes,
        timeout: timeoutMs,
        windowsHide: true,
        ...(signal && { signal }),
        env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
      } as const;
      const child = execFile(this.program(), [...args], options, (error, stdout, stderr) => {
        if (!error) resolve(stdout);
        else if (signal?.aborted) reject(signal.reason as Error);
        else {
          const code = typeof error.code === 'number' ? error.code : undefined;
          reject(new GitError(faultOf(stderr.toString()) || error.message, code));
        }
      });
      // Git that fails early closes its input: what it says on stderr is the news, not the broken pipe.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
  }
}

/** The line that says what went wrong; warnings may stand above it. */
function faultOf(stderr: string): string {
  const lines = stderr.trim().split('\n');
  return lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? '';
}
