import { access, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { appendTo } from '../../core/appendTo';
import type { Git } from '../run/git';
import { GitError } from '../run/gitError';
import { firstLine, identityIn, identityOfEntry, type BranchIdentity } from './branchIdentity';
import { branchLogPath } from './branchLogPath';

/** A rename that a reflog tells of. */
export interface BranchRename {
  readonly from: string;
  readonly to: string;
  /** In epoch seconds, by the clock of who renamed it. */
  readonly at: number;
}

/** What the reflog of a branch says about where it comes from. */
export interface BranchLog {
  readonly identity: BranchIdentity | undefined;
  /** The oldest first. */
  readonly renames: readonly BranchRename[];
}

/** How much of a reflog is read, in bytes, from its end: thousands of entries. */
const mostBytes = 1024 * 1024;
/** How many branches are searched for one that was renamed. */
const mostBranches = 20_000;
// JGit writes the short names.
const renamed = /^Branch: renamed (?:refs\/heads\/)?([^ ]+) to (?:refs\/heads\/)?([^ ]+)$/;

/**
 * Reads the reflogs of branches, without a git process where they are files, and with one for all where they are not.
 * Undefined if one that is there cannot be read: it may be the one that is looked for.
 */
export async function branchLogs(
  git: Git,
  root: string,
  commonDir: string,
  branches: readonly string[],
): Promise<ReadonlyMap<string, BranchLog> | undefined> {
  if (branches.length === 0) return new Map();
  try {
    if (await isThere(join(commonDir, 'reftable'))) return await ofReftable(git, root, new Set(branches));
    const logs = new Map<string, BranchLog>();
    for (const branch of branches.slice(0, mostBranches)) {
      const log = await ofFile(branchLogPath(commonDir, branch));
      if (log) logs.set(branch, log);
    }
    return logs;
  } catch (error) {
    if (error instanceof GitError || (error instanceof Error && 'syscall' in error)) return undefined;
    throw error;
  }
}

async function ofFile(path: string | undefined): Promise<BranchLog | undefined> {
  const text = path === undefined ? undefined : await endOf(path);
  if (path === undefined || text === undefined) return undefined;
  const first = text.isWhole ? text.lines[0] : await firstLine(path);
  const identity = identityIn(first ?? '');
  const renames = text.lines.flatMap((line) => {
    const tab = line.indexOf('\t');
    const time = / (\d+) [-+]\d{4}$/.exec(line.slice(0, tab))?.[1];
    return tab < 0 ? [] : renamesIn(line.slice(tab + 1), Number(time ?? 0));
  });
  return { identity, renames };
}

/** Reads the last lines of a reflog; undefined if the file is missing. */
async function endOf(path: string): Promise<{ lines: string[]; isWhole: boolean } | undefined> {
  const found = await stat(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  });
  // A folder is left where another branch was below this name.
  if (!found?.isFile()) return undefined;
  const length = Math.min(found.size, mostBytes);
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, found.size - length);
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
    const isWhole = length === found.size;
    return { lines: isWhole ? lines : lines.slice(1), isWhole };
  } finally {
    await file.close();
  }
}

async function ofReftable(
  git: Git,
  root: string,
  branches: ReadonlySet<string>,
): Promise<Map<string, BranchLog>> {
  const format = '--format=%gD%x09%H%x09%gs';
  const listing = await git.run(root, [
    'log',
    '--walk-reflogs',
    '--date=raw',
    format,
    '--glob=refs/heads/',
    '--',
  ]);
  const entries = new Map<string, { commit: string; time: string; message: string }[]>();
  // Git tells the newest first.
  for (const line of listing.split('\n').reverse()) {
    const match = /^refs\/heads\/(.+)@\{(\d+) [-+]\d{4}\}\t([0-9a-f]+)\t(.*)$/.exec(line);
    const [, branch = '', time = '', commit = '', message = ''] = match ?? [];
    if (branches.has(branch)) appendTo(entries, branch, { commit, time, message });
  }
  return new Map(
    [...entries].map(([branch, all]) => {
      const [first] = all;
      const identity = first && identityOfEntry(first.commit, first.time, first.message);
      const renames = all.flatMap(({ message, time }) => renamesIn(message, Number(time)));
      return [branch, { identity, renames }];
    }),
  );
}

function renamesIn(message: string, at: number): BranchRename[] {
  const [, from, to] = renamed.exec(message.trimEnd()) ?? [];
  return from === undefined || to === undefined ? [] : [{ from, to, at }];
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
