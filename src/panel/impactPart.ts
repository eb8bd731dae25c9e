import * as l10n from '@vscode/l10n';
import type { GoalView } from '../core/views/goalView';
import { impactFacts, impactSummary } from '../presentation/impactText';
import type { TextOptions } from '../presentation/textOptions';
import type { GoalSheet } from './contract/goalSheet';
import { fromOf } from './standing';

const figures: ReadonlySet<string> = new Set(['customers', 'requests', 'revenue', 'score']);

/** Whom a goal matters to and how much: on one line, and in full. */
export function impactPart(view: GoalView, options: TextOptions): Pick<GoalSheet, 'impactLine' | 'impact'> {
  if (!view.impact) return {};
  const { value } = view.impact;
  const from = fromOf(view.impact, view, options);
  const facts = impactFacts(value, options).map(({ exact, detail, ...fact }) => {
    const more = [exact, detail].filter((text) => text !== undefined).join('. ');
    return { ...fact, isFigure: figures.has(fact.kind), ...(more !== '' && { detail: more }) };
  });
  const quotes = (value.quotes?.value ?? []).map(({ text, source, url }) => ({
    // Quotation marks are the language's; what stands between them is the customer's.
    text: l10n.t('“{0}”', text),
    ...(source && { source }),
    hasUrl: url !== undefined,
  }));
  const text = impactSummary(value, options);
  return {
    ...(text !== '' && { impactLine: { text, ...from } }),
    ...(facts.length + quotes.length > 0 && {
      // Figures come first: they share the grid, while words get a line each.
      impact: { facts: facts.sort((a, b) => Number(b.isFigure) - Number(a.isFigure)), quotes, ...from },
    }),
  };
}
