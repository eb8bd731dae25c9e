import { appendTo } from '../../core/appendTo';
import type { Git } from '../run/git';

/** What a backup keeps: the branch as it was, and where rewording moved it. */
export interface Backup {
  readonly branch: string;
  /** The beginning of the id of the commit that the branch was moved to. */
  readonly after: string;
}

const prefix = 'refs/goal-lens/backup/';
const afterLength = 16;
const syntax = /^refs\/goal-lens\/backup\/(.+)\/[^/]+-to-([0-9a-f]+)$/s;

/** The name of a backup; it says where the branch went, so that undoing knows which commits it may take back. */
export function backupRefOf(branch: string, after: string, now: Date): string {
  const time = now.toISOString().replace(/[:.]/g, '-');
  return `${prefix}${branch}/${time}-to-${after.slice(0, afterLength)}`;
}

/** Reads the name of a backup; undefined if it is not one. */
export function readBackupRef(ref: string): Backup | undefined {
  const [, branch, after] = syntax.exec(ref) ?? [];
  return branch === undefined || after === undefined ? undefined : { branch, after };
}

/** Where a branch went from each commit that its backups keep. @throws {GitError} if git fails */
export async function movesOf(
  git: Git,
  root: string,
  branch: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const args = ['for-each-ref', '--format=%(objectname) %(refname)', `${prefix}${branch}`];
  const moves = new Map<string, string[]>();
  for (const line of (await git.run(root, args, signal)).split('\n')) {
    const space = line.indexOf(' ');
    const backup = readBackupRef(line.slice(space + 1));
    if (backup?.branch !== branch) continue;
    appendTo(moves, line.slice(0, space), backup.after);
  }
  return moves;
}
