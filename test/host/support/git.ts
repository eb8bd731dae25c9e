import { execFileSync } from 'node:child_process';

/** Runs git as a person in a terminal would. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
}
