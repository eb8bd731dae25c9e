import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { viewOf } from '../../git/history/repositoryView';
import { reportBranch } from '../../git/landing/reportBranch';
import { placeOf } from '../../git/run/repositoryPlace';
import type { ReportPlace } from './readReport';

/**
 * Stands for all that a report reads of a repository: the same stamp, the same figures. Goals are not part of it.
 *
 * @throws {LandingError} {GitError} and the signal's reason
 */
export async function placeStamp(
  { git, root, references, rules, pathMap }: ReportPlace,
  branchName: string | undefined,
  signal?: AbortSignal,
): Promise<string> {
  const [branch, view, mailmap] = await Promise.all([
    reportBranch(git, root, branchName, signal),
    placeOf(git, root, signal).then((place) => viewOf(git, root, place, 'head', signal)),
    // Who is whom: git reads it from the work tree.
    readFile(join(root, '.mailmap'), 'utf8').catch(() => ''),
  ]);
  const { trailer } = rules;
  return JSON.stringify([
    root,
    branch,
    view.notes,
    view.borders,
    mailmap,
    references.home,
    trailer,
    pathMap?.list,
  ]);
}
