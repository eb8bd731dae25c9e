import { l10n, type MarkdownString } from 'vscode';
import type { GoalCatalog } from '../../../core/catalog/goalCatalog';
import type { GoalDrift } from '../../../core/drift/seenBranch';
import type { Link } from '../../../core/links/link';
import { goalView } from '../../../core/views/goalView';
import { cardLines, goalCard } from '../../../presentation/goalCard';
import { driftSentences } from '../../../presentation/driftText';
import { lineTrailLine, lineTrailText, type LineTrail } from '../../../presentation/lineTrail';
import { provenanceText } from '../../../presentation/provenanceText';
import { offlineTracker, type StatusItemText } from '../../../presentation/statusItemText';
import { agoText } from '../../../presentation/targetText';
import type { TextOptions } from '../../../presentation/textOptions';
import { commands, views } from '../../ids';
import { appendLines, cardMarkdown } from '../cardMarkdown';

/** The icon for each way of matching code to a goal. */
const icons: Record<Link['provenance']['kind'], string> = {
  explicit: 'link',
  tracker: 'git-pull-request',
  branchName: 'git-branch',
  pathMap: 'list-tree',
  commit: 'git-commit',
};

/** What the tooltip shows besides the goal. */
export interface TooltipExtras {
  readonly drift: readonly GoalDrift[];
  /** How the caret's line leads to its goal. */
  readonly trail: LineTrail | undefined;
  readonly nextCommit: string | undefined;
}

/** The goal in a few lines, how it was matched, how old it is, and what can be done. */
export function statusTooltip(
  { goal, served }: NonNullable<StatusItemText['shown']>,
  catalog: GoalCatalog,
  options: TextOptions,
  { drift, trail, nextCommit }: TooltipExtras,
): MarkdownString {
  const markdown = cardMarkdown(cardLines(goalCard(goalView(goal, catalog), options)));
  const offline = offlineTracker(served, catalog);
  markdown.appendMarkdown('\n\n---');
  appendLines(markdown, [
    { icon: icons[served.link.provenance.kind], text: provenanceText(served, catalog, options) },
    ...drift.flatMap((each) => driftSentences(each, options)).map((text) => ({ icon: 'warning', text })),
    ...(trail ? [{ icon: 'git-commit', text: lineTrailLine(lineTrailText(trail, catalog, options)) }] : []),
    ...(nextCommit === undefined ? [] : [{ icon: 'tag', text: nextCommit }]),
    ...(offline
      ? [{ icon: 'debug-disconnect', text: offlineText(offline.asOf, offline.name, options) }]
      : []),
  ]);
  markdown.appendMarkdown(
    `\n\n[${l10n.t('Show goal')}](command:${views.panel}.focus) · [${l10n.t('Check priorities')}](command:${commands.checkPriorities})`,
  );
  markdown.isTrusted = { enabledCommands: [`${views.panel}.focus`, commands.checkPriorities] };
  return markdown;
}

function offlineText(asOf: number | undefined, name: string, options: TextOptions): string {
  return asOf === undefined
    ? l10n.t('{0} can’t be reached.', name)
    : l10n.t('{0} can’t be reached. Its goals were read {1}.', name, agoText(asOf, options));
}
