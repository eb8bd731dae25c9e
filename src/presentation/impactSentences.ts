import * as l10n from '@vscode/l10n';
import type { Impact } from '../core/goal/goal';
import { impactFacts } from './impactText';
import type { TextOptions } from './textOptions';
import { listFormat } from './formats';

/**
 * Whom a goal matters to, as a person would write it: "Asked for by 38 customers in 112 requests. Segments: enterprise.
 * Severity: Blocks ordering." A tracker's own score means nothing to others and is left out.
 */
export function impactSentences(impact: Impact, options: TextOptions): string[] {
  const facts = impactFacts(impact, options);
  const find = (kind: (typeof facts)[number]['kind']): (typeof facts)[number] | undefined =>
    facts.find((each) => each.kind === kind);
  const written = (kind: 'customers' | 'requests' | 'revenue'): string | undefined => {
    const fact = find(kind);
    return fact && `${fact.value} ${fact.label}`;
  };
  const [customers, requests, revenue] = [written('customers'), written('requests'), written('revenue')];
  const asked =
    customers !== undefined && requests !== undefined
      ? l10n.t('Asked for by {0} in {1}.', customers, requests)
      : customers !== undefined
        ? l10n.t('Asked for by {0}.', customers)
        : requests !== undefined && l10n.t('Asked for in {0}.', requests);
  const segments = impact.segments?.value ?? [];
  const severity = find('severity')?.value;
  return [
    asked,
    segments.length > 0 && l10n.t('For {0}.', listText(segments, options)),
    severity !== undefined && l10n.t('Severity: {0}.', severity),
    revenue !== undefined && `${revenue}.`,
  ].filter((sentence) => typeof sentence === 'string');
}

function listText(names: readonly string[], { language }: TextOptions): string {
  return listFormat(language, { type: 'conjunction' }).format(names);
}
