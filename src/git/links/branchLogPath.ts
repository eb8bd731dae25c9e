import { join } from 'node:path';

/** Where a branch's reflog is, if refs are files; undefined for what is no name of a branch, as it could lead elsewhere. */
export function branchLogPath(commonDir: string, branch: string): string | undefined {
  const parts = branch.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return undefined;
  return join(commonDir, 'logs', 'refs', 'heads', ...parts);
}
