import * as l10n from '@vscode/l10n';
import { Derived } from './derived';

/** The plural forms of a text with a number in it, each with the number already filled in. */
interface CountedForms {
  /** "{0} commit", and whatever else the language counts as one. */
  readonly one: string;
  /** "{0} commits". */
  readonly other: string;
}

const rules = new Derived<Intl.PluralRules>();

/**
 * Chooses the form for a number by the plural rules of the language that our texts are in, which is not always the
 * window's: `counted(n, { one: l10n.t('{0} commit', n), other: l10n.t('{0} commits', n) })`.
 */
export function counted(count: number, { one, other }: CountedForms): string {
  const language = l10n.t({
    message: 'en',
    comment: ['The language of this translation as a BCP 47 tag, such as "de": plural forms follow it.'],
  });
  const rule = rules.of([language], () => new Intl.PluralRules(language));
  return rule.select(count) === 'one' ? one : other;
}
