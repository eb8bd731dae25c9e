import * as l10n from '@vscode/l10n';
import { counted } from './counted';

/** Says that a file has more problems than are listed. */
export function unlistedProblems(count: number): string {
  return counted(count, {
    one: l10n.t('{0} more problem is not listed: mend those that are.', count),
    other: l10n.t('{0} more problems are not listed: mend those that are.', count),
  });
}
