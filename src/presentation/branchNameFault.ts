import * as l10n from '@vscode/l10n';
import { branchInTheWay, isBranchName } from '../core/links/branchName';

/** Why git would not create a branch of this name beside those that there are; undefined if it would. */
export function branchNameFault(name: string, taken: ReadonlySet<string>): string | undefined {
  if (!isBranchName(name)) return l10n.t('Git does not allow this as a branch name.');
  const other = branchInTheWay(name, taken);
  if (other === undefined) return undefined;
  return other === name
    ? l10n.t('There is a branch of this name already.')
    : l10n.t('The branch {0} is in the way: of two names, neither can be a folder of the other.', other);
}
