import * as l10n from '@vscode/l10n';
import { isClosed, isSameGoal, type Goal, type Metric } from '../core/goal/goal';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { goalView, type GoalView, type Inherited } from '../core/views/goalView';
import type { ServedGoal } from '../core/links/servedGoals';
import { healthText, levelText, rankName, rankText } from '../presentation/goalText';
import { impactFacts } from '../presentation/impactText';
import { joinLines } from '../presentation/paragraphs';
import { provenanceText } from '../presentation/provenanceText';
import { agoText, targetText } from '../presentation/targetText';
import type { TextOptions } from '../presentation/textOptions';
import type { GoalCard, GoalRef, PanelMetric } from './contract/panelState';

/** Everything the panel shows of one goal, in words. */
export function goalCard(served: ServedGoal, catalog: GoalCatalog, options: TextOptions): GoalCard {
  const { goal, linked } = served;
  const view = goalView(goal, catalog);
  const climb = [linked, ...goalView(linked, catalog).ancestors];
  const target = targetText(goal, options);
  const refs = (goals: readonly Goal[]): GoalRef[] => goals.map((each) => goalRef(each, catalog));
  return {
    key: goal.key,
    title: goal.title,
    level: goal.level,
    levelLabel: levelText(goal.level),
    ...(goal.description && { description: joinLines(goal.description) }),
    ...(goal.status && { status: { label: goal.status.name, category: goal.status.category } }),
    ...(goal.health && { health: { label: healthText(goal.health), value: goal.health } }),
    priority: priorityOf(view),
    ...impactOf(view, options),
    ...(target && { target }),
    blockedBy: refs(view.dependencies.blockedBy),
    blocks: refs(view.dependencies.blocks),
    ...(goal.owner && { owner: { ...goal.owner, initials: initialsOf(goal.owner.name) } }),
    ...(goal.progress !== undefined && {
      progress: { fraction: goal.progress, label: percent(goal.progress, options) },
    }),
    metrics: goal.metrics.map((metric) => metricOf(metric, options)),
    chain: refs(view.ancestors),
    via: refs(
      climb
        .slice(
          0,
          Math.max(
            0,
            climb.findIndex((each) => isSameGoal(each, goal)),
          ),
        )
        .reverse(),
    ),
    labels: [...goal.labels],
    provenance: provenanceText(served, catalog),
    linkKey: linked.key,
    canReject: served.link.provenance.kind === 'branchName' || served.link.provenance.kind === 'explicit',
    hasUrl: goal.url !== undefined,
    ...(goal.updatedAt && { updated: l10n.t('Updated {0}', agoText(Date.parse(goal.updatedAt), options)) }),
    tracker: catalog.trackers.find(({ id }) => id === goal.trackerId)?.name ?? '',
  };
}

/** A reference to a goal, with the priority that it has or inherits. */
export function goalRef(goal: Goal, catalog: GoalCatalog): GoalRef {
  const { rank } = goalView(goal, catalog);
  return {
    key: goal.key,
    title: goal.title,
    levelLabel: levelText(goal.level),
    rank,
    ...(rank > 0 && { priorityLabel: rankText(rank) }),
    closed: isClosed(goal),
    hasUrl: goal.url !== undefined,
  };
}

function priorityOf({ goal, priority, rank }: GoalView): GoalCard['priority'] {
  return {
    rank,
    short: rankText(rank),
    label: priority?.value.label ?? rankName(0),
    ...inheritedNote(priority, goal),
  };
}

function impactOf({ goal, impact }: GoalView, options: TextOptions): Pick<GoalCard, 'impact'> {
  if (!impact) return {};
  const quotes = (impact.value.quotes?.value ?? []).map(({ text, source, url }) => ({
    text,
    ...(source && { source }),
    hasUrl: url !== undefined,
  }));
  return { impact: { facts: impactFacts(impact.value, options), quotes, ...inheritedNote(impact, goal) } };
}

function inheritedNote<T>(found: Inherited<T> | undefined, goal: Goal): { inherited?: string } {
  return found && !isSameGoal(found.from, goal)
    ? { inherited: l10n.t('from {0} {1}', found.from.key, found.from.title) }
    : {};
}

function metricOf({ name, unit, baseline, current, target }: Metric, options: TextOptions): PanelMetric {
  const number = new Intl.NumberFormat(options.language, { maximumFractionDigits: 2 });
  const write = (value: number): string => {
    if (!unit) return number.format(value);
    return unit === '%' ? `${number.format(value)}%` : `${number.format(value)} ${unit}`;
  };
  const way = baseline !== undefined && target !== undefined ? target - baseline : 0;
  return {
    name,
    ...(baseline !== undefined && { baseline: write(baseline) }),
    ...(current !== undefined && { current: write(current) }),
    ...(target !== undefined && { target: write(target) }),
    ...(way !== 0 &&
      baseline !== undefined &&
      current !== undefined && { fraction: Math.min(1, Math.max(0, (current - baseline) / way)) }),
  };
}

function percent(fraction: number, { language }: TextOptions): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(fraction);
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? '')[0],
  );
  return letters.join('').toLocaleUpperCase();
}
