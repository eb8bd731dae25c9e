import * as l10n from '@vscode/l10n';
import { isSameGoal } from '../core/goal/goal';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { coveredItem } from '../core/catalog/goalNames';
import type { CommitEvidence, Provenance } from '../core/links/link';
import type { ServedGoal } from '../core/links/servedGoals';
import { codeLinkText } from './codeLinkText';
import { levelWithin, spelling } from './goalText';
import type { TextOptions } from './textOptions';

/**
 * How code was matched to a goal, as a chain from the evidence to the goal: "Branch name → SHOP-142 → epic
 * SHOP-51 → initiative SHOP-7".
 */
export function provenanceText(
  served: ServedGoal,
  catalog: GoalCatalog,
  options: Pick<TextOptions, 'spell'>,
): string {
  return [evidenceText(served.link.provenance), climbText(served, catalog, options)].join(' → ');
}

/**
 * The path from what is linked up to the goal: "SHOP-142 → epic SHOP-51 → initiative SHOP-7".
 *
 * @param named what the link names, by which an item is found that the linked goal only covers
 */
export function climbText(
  served: ServedGoal,
  catalog: GoalCatalog,
  options: Pick<TextOptions, 'spell'>,
  named = namedBy(served.link.provenance),
): string {
  const chain = [served.linked, ...catalog.ancestors(served.linked)];
  const end = chain.findIndex((each) => isSameGoal(each, served.goal));
  const climbed = chain
    .slice(1, end + 1)
    .map((goal) => `${levelWithin(goal.level)} ${spelling(goal, options)}`);
  const linked = spelling(served.linked, options);
  const covered = named === undefined ? undefined : coveredItem(served.linked, named);
  const start = covered === undefined ? linked : l10n.t('{0}, covered by {1}', covered, linked);
  return [start, ...climbed].join(' → ');
}

function namedBy(provenance: Provenance): string | undefined {
  return provenance.kind === 'branchName' || provenance.kind === 'commit' ? provenance.text : undefined;
}

/** The evidence itself: "Branch name", "Path rule /src/cart/". */
export function evidenceText(provenance: Provenance): string {
  switch (provenance.kind) {
    case 'explicit':
      return l10n.t('Linked by hand');
    case 'branchName':
      return provenance.isUnconfirmed ? l10n.t('Number in the branch name') : l10n.t('Branch name');
    case 'tracker':
      return codeLinkText(provenance);
    case 'pathMap':
      return l10n.t('Path rule {0}', provenance.pattern);
    case 'commit':
      return l10n.t('{0} of commit {1}', commitPart(provenance.by), provenance.sha.slice(0, 7));
  }
}

function commitPart(by: CommitEvidence): string {
  switch (by) {
    case 'trailer':
      return l10n.t('Trailer');
    case 'subject':
      return l10n.t('Subject');
    case 'body':
      return l10n.t('Text');
    case 'closingKeyword':
      return l10n.t('Closing keyword');
    case 'referenceTrailer':
      return l10n.t('Reference');
    case 'note':
      return l10n.t('Note');
    case 'address':
      return l10n.t('Address');
    case 'tracker':
      return l10n.t('Tracker’s own link');
    case 'pullRequest':
      return l10n.t('Pull request');
    case 'merge':
      return l10n.t('Merged branch');
    case 'revert':
      return l10n.t('Reverted commit');
  }
}
