import type { FileCommit } from '../../core/links/fileLinks';
import type { Git } from '../run/git';

/** How far back a file's history is read. */
const maxCommits = 200;
const maxFiles = 200;

/** The commits that touched a file, newest first, remembered for as long as HEAD stays where it is. */
export class FileHistory {
  private readonly known = new Map<string, readonly FileCommit[]>();

  constructor(private readonly git: Git) {}

  /** What is known already, without asking git. */
  peek(root: string, head: string, path: string): readonly FileCommit[] | undefined {
    return this.known.get(`${root}\n${head}\n${path}`);
  }

  /**
   * Reads the history of one file; renames are followed.
   *
   * @throws {GitError} where git fails; an abort rejects with the signal's reason
   */
  async read(root: string, head: string, path: string, signal: AbortSignal): Promise<readonly FileCommit[]> {
    const output = await this.git.run(
      root,
      [
        '--literal-pathspecs',
        'log',
        '--follow',
        '-z',
        `--max-count=${maxCommits}`,
        '--format=%H%x00%s%x00%b',
        head,
        '--',
        path,
      ],
      signal,
    );
    const fields = output.split('\0');
    const commits: FileCommit[] = [];
    for (let at = 0; at + 2 < fields.length; at += 3) {
      const [sha = '', subject = '', body = ''] = fields.slice(at, at + 3);
      commits.push({ sha, subject, body });
    }
    const oldest = this.known.keys().next();
    if (this.known.size >= maxFiles && !oldest.done) this.known.delete(oldest.value);
    this.known.set(`${root}\n${head}\n${path}`, commits);
    return commits;
  }
}
