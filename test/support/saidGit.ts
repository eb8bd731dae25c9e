import { Git, type GitCall } from '../../src/git/run/git';
import { GitError } from '../../src/git/run/gitError';

/** A git that does not run: it says what a test lets it say, and keeps what it was asked. */
export class SaidGit extends Git {
  readonly asked: (readonly string[])[] = [];
  readonly inputs: string[] = [];

  constructor(private readonly say: (args: readonly string[]) => string | Buffer | Error) {
    super(() => '');
  }

  override async bytes(
    _folder: string,
    args: readonly string[],
    call?: GitCall | AbortSignal,
  ): Promise<Buffer> {
    this.asked.push(args);
    if (call && 'input' in call && typeof call.input === 'string') this.inputs.push(call.input);
    const said = this.say(args);
    if (said instanceof Error) throw said;
    return Promise.resolve(Buffer.from(said));
  }
}

/** Git's failure with this exit code and these words. */
export function failed(exitCode: number, said = ''): GitError {
  return new GitError('failed', 'Git failed', { exitCode, said });
}
