import * as l10n from '@vscode/l10n';
import type { Guesses } from './guesses';

/** How much of a name a message shows, in UTF-16 units. */
const maxShown = 40;

/** Says that a name is unknown, and which known one may have been meant. */
export function unknownKeyText(name: string, known: readonly string[], guesses: Guesses): string {
  const shown = name.slice(0, maxShown);
  const guess = guesses.closest(shown, known);
  return guess === undefined
    ? l10n.t('Unknown key "{0}" is ignored.', shown)
    : l10n.t('Unknown key "{0}" is ignored: did you mean "{1}"?', shown, guess);
}
