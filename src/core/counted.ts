import * as l10n from '@vscode/l10n';

/** The forms that a text with a number in it has, each with the number already in it. */
interface CountedForms {
  /** "{0} commit", and whatever else the language counts as one. */
  readonly one: string;
  /** "{0} commits". */
  readonly other: string;
}

const rules = new Map<string, Intl.PluralRules>();

/**
 * The form that a number takes, by the plural rules of the language that our texts are in, which is not always that of
 * the window: `counted(n, { one: l10n.t('{0} commit', n), other: l10n.t('{0} commits', n) })`.
 */
export function counted(count: number, { one, other }: CountedForms): string {
  const language = l10n.t({
    message: 'en',
    comment: ['The language of this translation as a BCP 47 tag, such as "de": plural forms follow it.'],
  });
  let rule = rules.get(language);
  if (!rule) rules.set(language, (rule = new Intl.PluralRules(language)));
  return rule.select(count) === 'one' ? one : other;
}
