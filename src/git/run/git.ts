import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { gitEnvironment, gitOptions } from './gitEnvironment';
import { gitFailed, gitNotStarted, gitMissing, gitTooLarge, folderMissing, type GitError } from './gitError';
import { GitProcess } from './gitProcess';

/** A setting's name and its value. */
export type GitSetting = readonly [name: string, value: string];

/** Options of one git call, besides its arguments. */
export interface GitCall {
  /** Git's standard input; an iterable's parts are made as git reads them. Default: none. */
  readonly input?: string | Uint8Array | Iterable<string>;
  /** Aborts git; the call rejects with the signal's reason once git has ended. */
  readonly signal?: AbortSignal | undefined;
  /** The exit codes that count as an answer. Default: 0. */
  readonly answers?: readonly number[];
  /** Settings that go before those of any file. Default: none. */
  readonly settings?: readonly GitSetting[];
  /** The most output that counts as an answer, in bytes; a stream has no such limit. Default: 256 MiB. */
  readonly maxBytes?: number;
  /** How long git may stay silent while its output is awaited, in milliseconds. Default: one minute. */
  readonly silenceMs?: number;
}

const defaultMaxBytes = 256 * 1024 * 1024;
const defaultSilenceMs = 60_000;

/**
 * Runs git, always with an argument array and never through a shell, in the environment of `gitEnvironment`. A call
 * that needs only a signal may pass it in place of the options.
 */
export class Git {
  /**
   * @param path returns the path of git, or an empty text if git was not found
   * @param runsFilters whether to run the filters in a repository's own settings, as git does for a person; only for
   *   folders that the person trusts
   */
  constructor(
    private readonly path: () => string,
    readonly runsFilters = false,
  ) {}

  /** Runs git in a folder and returns its output as UTF-8 text. @throws {GitError} and the signal's reason */
  async run(folder: string, args: readonly string[], call?: GitCall | AbortSignal): Promise<string> {
    return (await this.bytes(folder, args, call)).toString();
  }

  /** Runs git in a folder and returns its output as bytes. @throws {GitError} and the signal's reason */
  async bytes(folder: string, args: readonly string[], call?: GitCall | AbortSignal): Promise<Buffer> {
    const { maxBytes = defaultMaxBytes, ...rest } = callOf(call);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.stream(folder, args, rest)) {
      size += chunk.length;
      if (size > maxBytes) throw gitTooLarge(maxBytes);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /**
   * Runs git in a folder and yields its output in chunks: git waits while the reader is busy, and is ended if the
   * reader leaves early.
   *
   * @throws {GitError} and the signal's reason
   */
  async *stream(
    folder: string,
    args: readonly string[],
    call?: GitCall | AbortSignal,
  ): AsyncGenerator<Buffer, void> {
    const { signal, input = '', answers = [0], silenceMs = defaultSilenceMs, settings } = callOf(call);
    signal?.throwIfAborted();
    const path = this.path();
    if (!path) throw gitMissing();
    const child = spawn(path, [...gitOptions, ...args], {
      cwd: folder,
      env: gitEnvironment(settings),
      windowsHide: true,
    });
    const running = new GitProcess(child, input);
    const stop = (): void => running.stop(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      yield* running.output(silenceMs);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
    signal?.throwIfAborted();
    const end = await running.ended;
    if (end instanceof Error) throw await notStarted(folder, end);
    if (!answers.includes(end)) throw gitFailed(folder, end, running.complaint);
  }
}

function callOf(call: GitCall | AbortSignal = {}): GitCall {
  return call instanceof AbortSignal ? { signal: call } : call;
}

async function notStarted(folder: string, error: Error): Promise<GitError> {
  const code = 'code' in error ? error.code : undefined;
  if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'ENOTDIR') return gitNotStarted(error);
  // Node reports a missing program and a missing folder alike.
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? gitMissing(error) : folderMissing(folder, error);
}
