import * as l10n from '@vscode/l10n';
import { plainLine } from './plainText';

/** An error may quote what could not be read, at any length. */
const maxQuote = 200;

/** What is told where a bug of ours costs one entry of many: its author did nothing wrong, and the others stay. */
export function ownFault(error: unknown): string {
  const what = plainLine(String(error).slice(0, maxQuote));
  return l10n.t('Goal Lens has a fault and leaves this entry out: {0}. Please report it.', what);
}
