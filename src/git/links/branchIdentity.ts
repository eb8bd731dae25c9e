import { access, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../run/git';
import { branchLogPath } from './branchLogPath';

/** What tells a branch from another that has, or had, the same name: the first entry of its reflog. */
export interface BranchIdentity {
  /** The commit that it started at, and when: `0123…cdef 1700000000`. */
  readonly created: string;
  /**
   * Whether the entry is that of its creation; otherwise older ones have expired, and it says nothing about the branch.
   */
  readonly isWhole: boolean;
}

/** Longer than any entry, in bytes: a name, an address and a message from git itself. */
const longestEntry = 8192;
const entry = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) .* (\d+) [-+]\d{4}(?:\t.*)?$/;
const creation = /^(?:branch: Created from|commit \(initial\)|clone: |fetch\b|pull\b|push\b)/i;

/** Identifies a branch; undefined if git keeps no reflog of it. Never rejects. */
export async function branchIdentity(
  git: Git,
  root: string,
  commonDir: string,
  branch: string,
): Promise<BranchIdentity | undefined> {
  const path = branchLogPath(commonDir, branch);
  if (path === undefined) return undefined;
  const line = await firstLine(path);
  if (line !== undefined) return identityIn(line);
  return (await isThere(join(commonDir, 'reftable'))) ? ofReftable(git, root, branch) : undefined;
}

/** The identity that the first line of a reflog file gives; undefined if it is damaged. */
export function identityIn(line: string): BranchIdentity | undefined {
  const [, before = '', after = '', time = ''] = entry.exec(line) ?? [];
  return after === '' ? undefined : { created: `${after} ${time}`, isWhole: /^0+$/.test(before) };
}

/** The identity that the first entry of a reflog gives, as git tells of it: without what stood before. */
export function identityOfEntry(commit: string, time: string, message: string): BranchIdentity {
  return { created: `${commit} ${time}`, isWhole: creation.test(message) };
}

/** Where refs are not files, git reads their reflogs. */
async function ofReftable(git: Git, root: string, branch: string): Promise<BranchIdentity | undefined> {
  try {
    const format = '--format=%H%x09%gd%x09%gs';
    const ref = `refs/heads/${branch}`;
    const listing = await git.run(root, [
      'log',
      '--walk-reflogs',
      '--date=raw',
      format,
      '--end-of-options',
      ref,
      '--',
    ]);
    const [commit = '', selector = '', message = ''] =
      listing.trimEnd().split('\n').at(-1)?.split('\t') ?? [];
    const time = /@\{(\d+) [-+]\d{4}\}$/.exec(selector)?.[1];
    return time === undefined ? undefined : identityOfEntry(commit, time, message);
  } catch {
    // A branch without a reflog, or without a commit.
    return undefined;
  }
}

/** Reads the first line of a reflog file; undefined if the file is missing. */
export async function firstLine(path: string): Promise<string | undefined> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(longestEntry), 0, longestEntry, 0);
      const line = buffer.toString('utf8', 0, bytesRead).split('\n')[0];
      return line === '' ? undefined : line;
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
