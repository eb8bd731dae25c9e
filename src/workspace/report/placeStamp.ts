import { join } from 'node:path';
import { regularText } from '../../files/regularText';
import { bordersOf } from '../../git/history/repositoryView';
import { reportBranch } from '../../git/landing/reportBranch';
import type { Checkout } from '../checkout';
import type { ReportPlace } from './reportRequest';

/**
 * A stamp of everything that a report reads from a repository, except goals: the same stamp means the same figures.
 *
 * @throws {LandingError} {GitError} and the signal's reason
 */
export async function placeStamp(
  { git, root, references, rules, pathMap }: ReportPlace,
  { commonDir, branch: checkedOut, head }: Pick<Checkout, 'commonDir' | 'branch' | 'head'>,
  branchName: string | undefined,
  signal?: AbortSignal,
): Promise<string> {
  const known =
    head === undefined
      ? undefined
      : { commit: head, ...(checkedOut !== undefined && { branch: checkedOut }) };
  const [branch, { notes, borders }, ...inWorkTree] = await Promise.all([
    reportBranch(git, root, branchName, signal, known),
    bordersOf(git, root, { commonDir }, signal),
    // Who is whom, and what is generated, as git reads them from the work tree. Attributes in folders below seldom
    // change without a commit, so they are not looked for.
    regularText(join(root, '.mailmap')),
    regularText(join(root, '.gitattributes')),
  ]);
  const { trailer } = rules;
  return JSON.stringify([root, branch, notes, borders, inWorkTree, references.home, trailer, pathMap?.list]);
}
