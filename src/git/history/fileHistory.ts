import type { FileCommit } from '../../core/links/fileLinks';
import type { Git } from '../run/git';
import { isGitFault } from '../run/gitError';
import { readLog, type LogField } from '../run/readLog';
import type { ReferenceRules } from '../../core/links/referenceRules';
import { candidatesOf, keysOfCandidates, type Candidate } from './candidates';

/** How many commits of a file's history are read. */
const maxCommits = 200;
/** How much memory all that is remembered may take, in bytes; what was read first goes first. */
const maxBytes = 8 * 1024 * 1024;
/** How much of a subject is kept for display, in UTF-16 units. */
const maxSubject = 256;
/** The approximate size of a commit or candidate without its texts, in bytes. */
const overheadBytes = 128;

const fields = ['sha', 'subject', 'body', 'note'] as const satisfies readonly LogField[];

/** Only what can name a goal is kept of a commit: a body is long, and most of it is prose. */
interface KeptCommit {
  readonly sha: string;
  readonly subject: string;
  readonly candidates: readonly Candidate[];
}

interface KeptFile {
  readonly root: string;
  readonly head: string;
  readonly commits: readonly KeptCommit[];
  readonly bytes: number;
}

/** The commits that touched a file, newest first, remembered while HEAD stays the same. */
export class FileHistory {
  private readonly files = new Map<string, KeptFile>();
  private bytes = 0;

  constructor(private readonly git: Git) {}

  /** What is already known, without asking git. */
  peek(root: string, head: string, path: string, rules: ReferenceRules): readonly FileCommit[] | undefined {
    return this.files.get(idOf(root, head, path))?.commits.map(({ sha, subject, candidates }) => ({
      sha,
      subject,
      keys: keysOfCandidates(candidates, rules, sha),
    }));
  }

  /** What a file's commits name, newest first, as far as it has been read. */
  terms(root: string, head: string, path: string): string[] {
    const { commits = [] } = this.files.get(idOf(root, head, path)) ?? {};
    return commits.flatMap(({ candidates }) => candidates.map(({ term }) => term));
  }

  /**
   * Reads a file's history for `peek`, following renames.
   *
   * @throws {GitError} if git fails; an abort rejects with the signal's reason
   */
  async read(root: string, head: string, path: string, signal: AbortSignal): Promise<void> {
    let commits: KeptCommit[];
    try {
      commits = await this.ask(root, head, path, ['--follow'], signal);
    } catch (error) {
      if (!isGitFault(error, 'failed')) throw error;
      // A clone without contents can still detect renames that changed nothing in a file.
      commits = await this.ask(root, head, path, ['--follow', '--find-renames=100%'], signal);
    }
    this.keep(idOf(root, head, path), { root, head, commits, bytes: bytesOf(commits) });
  }

  private async ask(
    root: string,
    head: string,
    path: string,
    options: readonly string[],
    signal: AbortSignal,
  ): Promise<KeptCommit[]> {
    const which = [...options, `--max-count=${maxCommits}`, '--end-of-options', head, '--', path];
    const commits: KeptCommit[] = [];
    for await (const batch of readLog(this.git, root, { fields, which }, signal)) {
      for (const { sha, subject, body, note } of batch) {
        const candidates = candidatesOf({ subject, body, note });
        commits.push({
          sha,
          subject: copyOf(subject.slice(0, maxSubject)),
          candidates: candidates.map(({ place, term }) => ({ place, term: copyOf(term) })),
        });
      }
    }
    return commits;
  }

  /** Forgets a repository: what its commits name has changed without a move of HEAD, for example by a note. */
  forget(root: string): void {
    for (const [id, file] of this.files) if (file.root === root) this.drop(id, file);
  }

  private keep(id: string, file: KeptFile): void {
    for (const [other, { root, head }] of this.files) {
      const isOld = root === file.root && head !== file.head;
      if (isOld || other === id) this.drop(other);
    }
    this.files.set(id, file);
    this.bytes += file.bytes;
    for (const first of this.files.keys()) {
      if (this.bytes <= maxBytes || first === id) break;
      this.drop(first);
    }
  }

  private drop(id: string, file = this.files.get(id)): void {
    if (this.files.delete(id)) this.bytes -= file?.bytes ?? 0;
  }
}

function idOf(root: string, head: string, path: string): string {
  return `${root}\n${head}\n${path}`;
}

/** A copy: a part of a longer text would keep all of it in memory. */
function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function bytesOf(commits: readonly KeptCommit[]): number {
  let bytes = 0;
  for (const { sha, subject, candidates } of commits) {
    bytes += overheadBytes + sha.length + 2 * subject.length;
    for (const { term } of candidates) bytes += overheadBytes + 2 * term.length;
  }
  return bytes;
}
