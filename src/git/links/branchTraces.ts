import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { branchLogPath } from './branchLogPath';

/**
 * Whether a branch that git does not list has left its reflog or its ref in the common git folder: a deletion removes
 * both, while git passes over a ref that a power loss left empty as if there were none. Never rejects.
 */
export async function hasBranchTraces(commonDir: string, branch: string): Promise<boolean> {
  const log = branchLogPath(commonDir, branch);
  if (log === undefined) return false;
  return (await isFile(log)) || isFile(join(commonDir, 'refs', 'heads', ...branch.split('/')));
}

/** A folder is that of other branches: `a/b` may follow `a`. */
function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
