import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { gitEnvironment } from './gitEnvironment';
import { HistoryError, throwIfAborted } from './historyError';

/** What one call of git is given besides its arguments. */
export interface GitCall {
  /** Lines for git's standard input, without line feeds; none where absent. */
  readonly input?: Iterable<string>;
  /** Kills the process. */
  readonly signal?: AbortSignal | undefined;
  /** The exit codes that are an answer; 0 where absent. */
  readonly answers?: readonly number[];
}

/** How much of what git complains is kept, in UTF-16 units. */
const maxComplaint = 2048;

/** Git in one folder, read as a stream: an argument array, never a shell, and never more in memory than a chunk. */
export class GitStream {
  constructor(
    private readonly path: () => string,
    private readonly folder: string,
  ) {}

  /**
   * What git prints, in chunks; git waits while the reader is busy and is killed when the reader leaves early.
   *
   * @throws {HistoryError} `gitMissing`, `notARepository`, `gitFailed` or `aborted`
   */
  async *read(args: readonly string[], call: GitCall = {}): AsyncGenerator<Buffer, void> {
    const { signal, input = [], answers = [0] } = call;
    throwIfAborted(signal);
    const path = this.path();
    if (!path) throw missing();
    const child = spawn(path, [...args], { cwd: this.folder, env: gitEnvironment(), windowsHide: true });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(0, maxComplaint);
    });
    const ended = new Promise<number | Error>((resolve) => {
      child.once('error', resolve);
      child.once('close', (code) => resolve(code ?? -1));
    });
    const kill = (): unknown => child.kill();
    signal?.addEventListener('abort', kill, { once: true });
    // A git that ends before it has read its input says why with its exit code.
    child.stdin.on('error', () => undefined);
    Readable.from(linesOf(input)).pipe(child.stdin);
    let isRead = false;
    try {
      for await (const chunk of child.stdout) yield chunk as Buffer;
      isRead = true;
    } catch (error) {
      // The output of a git that could not be started fails too; `ended` knows better why.
      isRead = (await ended) instanceof Error;
      if (!isRead) throw error;
    } finally {
      if (!isRead) child.kill();
      child.stdin.destroy();
      child.stdout.destroy();
      await ended;
      signal?.removeEventListener('abort', kill);
    }
    throwIfAborted(signal);
    const end = await ended;
    if (end instanceof Error) throw await this.notStarted(end);
    if (!answers.includes(end)) throw failed(complaint, end);
  }

  /** All that git prints, for answers known to be short. @throws {HistoryError} as `read` */
  async text(args: readonly string[], call: GitCall = {}): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.read(args, call)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  private async notStarted(error: Error): Promise<HistoryError> {
    // Node says ENOENT for a missing program and for a missing folder.
    const isFolder = await stat(this.folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder) return missing(error);
    return new HistoryError('notARepository', `The folder ${this.folder} is not there.`, { cause: error });
  }
}

/** Batches of lines: a write for each line would be slow. */
function* linesOf(lines: Iterable<string>): Generator<string> {
  let batch = '';
  for (const line of lines) {
    batch += `${line}\n`;
    if (batch.length < 16 * 1024) continue;
    yield batch;
    batch = '';
  }
  if (batch) yield batch;
}

function missing(cause?: Error): HistoryError {
  return new HistoryError('gitMissing', 'Git is not available. Install git, then reload the window.', {
    cause,
  });
}

function failed(complaint: string, code: number): HistoryError {
  const [firstLine = ''] = complaint.trim().split('\n');
  const fault = /not a git repository/i.test(complaint) ? 'notARepository' : 'gitFailed';
  return new HistoryError(fault, firstLine || `Git ended with ${code}.`);
}
