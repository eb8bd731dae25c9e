import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { cleanGit } from '../../scripts/cleanGit.mjs';
import { Git } from '../../src/git/run/git';

/** The git that the code under test runs. */
export const plainGit = new Git(() => 'git');
/** A signal that never fires. */
export const never = new AbortController().signal;

/** Runs git in a folder, as Ana. */
export function git(folder: string, args: readonly string[], input = ''): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: cleanGit, input });
}

/** Makes a repository on the branch `feature`, with so many commits above `origin/main` that name no goal. */
export function makeRepository(folder: string, count: number): void {
  git(folder, ['init', '--quiet', '--initial-branch=feature', '.']);
  git(folder, ['config', 'user.name', 'Ana']);
  git(folder, ['config', 'user.email', 'ana@shop.example']);
  const commits = Array.from({ length: count + 1 }, (_, at) =>
    [
      'commit refs/heads/feature',
      `committer Ana <ana@shop.example> ${1_700_000_000 + at} +0100`,
      'data <<END',
      `Change ${at}`,
      'END',
      `M 100644 inline file${at % 7}.txt`,
      'data <<END',
      String(at),
      'END',
      '',
    ].join('\n'),
  );
  git(folder, ['fast-import', '--quiet'], commits.join('\n'));
  git(folder, ['reset', '--quiet', '--hard']);
  git(folder, ['update-ref', 'refs/remotes/origin/main', `feature~${count}`]);
}

/** Takes away the locks of a git that was killed with us, as git asks the person to do. */
export function removeGitLocks(folder: string): void {
  for (const name of readdirSync(join(folder, '.git'), { recursive: true, encoding: 'utf8' })) {
    const isOurs = name.startsWith('goal-lens');
    if (name.endsWith('.lock') && !isOurs) rmSync(join(folder, '.git', name));
  }
}

/** As if the person came back a while after a kill that left the lock of the links file. */
export function makeLockOld(folder: string): void {
  const lock = join(folder, '.git/goal-lens/links.lock');
  const past = Date.now() / 1000 - 3600;
  if (existsSync(lock)) utimesSync(lock, past, past);
}

/** Nothing that a ref leads to is missing or broken. */
export function assertSound(folder: string): void {
  assert.equal(git(folder, ['fsck', '--strict', '--no-dangling', '--no-progress']), '');
}
