import * as l10n from '@vscode/l10n';
import type { Finding } from './reportSchema';

/** The most findings of one kind that are written out; JSON has them all. */
const maxOfKind = 5;

/** A finding as a list line: its goal, what it says, and what there is to decide. */
export type ShownFinding = Omit<Finding, 'severity'>;

/** Findings for a person: the first of each kind, and how many more there are. */
export function shownFindings(findings: readonly Finding[]): ShownFinding[] {
  return [...new Set(findings.map(({ rule }) => rule))].flatMap((rule) => {
    const ofKind = findings.filter((each) => each.rule === rule);
    const more = ofKind.length - maxOfKind;
    return [
      ...ofKind.slice(0, maxOfKind),
      ...(more > 0
        ? [
            {
              rule,
              reference: null,
              title: null,
              rank: null,
              text: l10n.t('And {0} more of this kind.', more),
            },
          ]
        : []),
    ];
  });
}
