import * as l10n from '@vscode/l10n';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { isSameGoal, type Goal } from '../core/goal/goal';
import type { ServedGoal } from '../core/links/servedGoals';
import { goalView, type GoalView } from '../core/views/goalView';
import { levelText, otherSpelling, spelling } from '../presentation/goalText';
import type { HistoryText } from '../presentation/historyText';
import { agoText } from '../presentation/targetText';
import type { TextOptions } from '../presentation/textOptions';
import type { Line, PanelButton } from './contract/controls';
import type { GoalSheet } from './contract/goalSheet';
import { describedPart } from './describedPart';
import { dueOf } from './due';
import { goalRow } from './goalRow';
import { impactPart } from './impactPart';
import { metricsPart } from './metricsPart';
import { provenancePart } from './provenancePart';
import { standing } from './standing';
import { whyNowGroups } from './whyNowGroups';
import { numberFormat } from '../presentation/formats';
import { statusName } from '../presentation/trackerWords';

const maxUnknown = 5;

/** The input of a sheet, besides the goal. */
export interface SheetSource {
  readonly catalog: GoalCatalog;
  readonly options: TextOptions;
  /** The history of a goal, if it has been read. */
  readonly historyOf?: ((goal: Goal) => HistoryText | undefined) | undefined;
  /** How the branch was matched to the goal; absent if the goal is read on its own. */
  readonly served?: ServedGoal | undefined;
  /** Further lines about the goal, and what to do about them. */
  readonly lines?: readonly Line[];
  readonly buttons?: readonly PanelButton[];
}

/** Everything that the panel shows about one goal: the goal itself, then its initiative as the reason for it. */
export function goalSheet(goal: Goal, source: SheetSource): GoalSheet {
  const { catalog, options } = source;
  const view = goalView(goal, catalog);
  const { ancestors, initiative } = view;
  return {
    ...nameOf(goal, options),
    ...standing(view, options),
    ...impactPart(view, options),
    ...ownerAndDue(view, options),
    ...(goal.progress !== undefined && {
      progress: { fraction: goal.progress, label: percent(goal.progress, options) },
    }),
    ...describedPart(goal),
    labels: [...new Set(goal.labels)],
    lines: [...closednessOf(view, options), ...unknownOf(view), ...(source.lines ?? [])],
    buttons: [...(source.buttons ?? [])],
    ...(!isSameGoal(goal, initiative) && { reason: reasonOf(goalView(initiative, catalog), options) }),
    whyNow: whyNowGroups(view, catalog, options),
    ...metricsPart(view, options),
    chain:
      ancestors.length === 0
        ? []
        : [...ancestors.toReversed(), goal].map((each) => ({
            key: each.key,
            ...otherSpelling(each, options),
            title: each.title,
            levelLabel: levelText(each.level),
          })),
    ...(view.alsoServes.length > 0 && {
      alsoServes: view.alsoServes.map((each) => goalRow(goalView(each, catalog), options)),
    }),
    ...(source.served && { provenance: provenancePart(source.served, catalog, options) }),
    source: sourceOf(goal, catalog, options),
    ...historyPart(view, source),
  };
}

function nameOf(
  goal: Goal,
  options: TextOptions,
): Pick<GoalSheet, 'key' | 'reference' | 'title' | 'levelLabel' | 'hasUrl'> {
  const { key, title, level, url } = goal;
  const name = { key, ...otherSpelling(goal, options) };
  return { ...name, title, levelLabel: levelText(level), hasUrl: url !== undefined };
}

function reasonOf(view: GoalView, options: TextOptions): NonNullable<GoalSheet['reason']> {
  return { ...nameOf(view.goal, options), ...standing(view, options), ...ownerAndDue(view, options) };
}

function ownerAndDue(view: GoalView, options: TextOptions): Pick<GoalSheet, 'owner' | 'due'> {
  const { owner } = view.goal;
  const due = dueOf(view, options);
  return {
    ...(owner && { owner: { name: owner.name, ...(owner.email && { email: owner.email }) } }),
    ...(due && { due }),
  };
}

/** Work on something that is closed, or below something closed, deserves a remark. */
function closednessOf({ goal, isClosed, closedAncestor }: GoalView, options: TextOptions): Line[] {
  const line = (text: string): Line[] => [{ icon: 'warning', text, buttons: [] }];
  if (isClosed && goal.status)
    return line(l10n.t('{0} is closed: {1}.', spelling(goal, options), statusName(goal.status.name)));
  if (closedAncestor?.status) {
    const name = spelling(closedAncestor, options);
    return line(l10n.t('{0} above it is closed: {1}.', name, statusName(closedAncestor.status.name)));
  }
  return [];
}

/** What a tracker names but Goal Lens cannot show. */
function unknownOf({ unknownReferences }: GoalView): Line[] {
  if (unknownReferences.length === 0) return [];
  const shown = unknownReferences.slice(0, maxUnknown).join(', ');
  const more = unknownReferences.length - maxUnknown;
  const names = more > 0 ? l10n.t('{0} and {1} more', shown, more) : shown;
  const text = l10n.t('Linked, but in no tracker that is read here: {0}.', names);
  return [{ icon: 'info', text, buttons: [] }];
}

function sourceOf(goal: Goal, catalog: GoalCatalog, options: TextOptions): string {
  const tracker = catalog.trackers.find(({ id }) => id === goal.trackerId)?.name ?? '';
  return goal.updatedAt
    ? l10n.t('{0}, changed {1}', tracker, agoText(Date.parse(goal.updatedAt), options))
    : tracker;
}

/** The goal's own history, or its initiative's if the goal has none yet. */
function historyPart(
  { goal, initiative }: GoalView,
  { historyOf, options }: SheetSource,
): Pick<GoalSheet, 'history'> {
  for (const { key, name, text } of [goal, initiative].map((each) => ({
    key: each.key,
    name: spelling(each, options),
    text: historyOf?.(each),
  }))) {
    if (text && text.commits.length > 0) {
      return {
        history: {
          note: l10n.t('for {0}', name),
          commits: [...text.commits],
          files: [...text.files],
          showAll: { label: l10n.t('Show all'), action: 'showCommits', key },
        },
      };
    }
  }
  return {};
}

function percent(fraction: number, { language }: TextOptions): string {
  return numberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(fraction);
}
