import * as l10n from '@vscode/l10n';
import { isClosed, isSameGoal, type Goal, type Metric, type Rank } from '../core/goal/goal';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { effectiveImpact, effectivePriority, type Inherited } from '../core/catalog/inheritance';
import type { ServedGoal } from '../core/links/servedGoals';
import { healthText, levelText, rankName, rankText, spelling } from '../presentation/goalText';
import { impactFacts } from '../presentation/impactText';
import { joinLines } from '../presentation/paragraphs';
import { provenanceText } from '../presentation/provenanceText';
import { agoText, targetText } from '../presentation/targetText';
import type { TextOptions } from '../presentation/textOptions';
import type { GoalCard, GoalRef, PanelMetric } from './contract/panelState';

/** Everything the panel shows of one goal, in words. */
export function goalCard(served: ServedGoal, catalog: GoalCatalog, options: TextOptions): GoalCard {
  const { goal, linked } = served;
  const ancestors = catalog.ancestors(goal);
  const climb = [linked, ...catalog.ancestors(linked)];
  const target = targetText(goal, options);
  const refs = (keys: readonly string[]): GoalRef[] =>
    keys.flatMap((key) => {
      const other = catalog.sibling(goal, key);
      return other ? [goalRef(other, catalog, options)] : [];
    });
  return {
    key: goal.key,
    reference: spelling(goal, options),
    title: goal.title,
    level: goal.level,
    levelLabel: levelText(goal.level),
    ...(goal.description && { description: joinLines(goal.description) }),
    ...(goal.status && { status: { label: goal.status.name, category: goal.status.category } }),
    ...(goal.health && { health: { label: healthText(goal.health), value: goal.health } }),
    priority: priorityOf(goal, catalog, options),
    ...impactOf(goal, catalog, options),
    ...(target && { target }),
    blockedBy: refs(goal.blockedByKeys),
    blocks: refs(goal.blocksKeys),
    ...(goal.owner && { owner: { ...goal.owner, initials: initialsOf(goal.owner.name) } }),
    ...(goal.progress !== undefined && {
      progress: { fraction: goal.progress, label: percent(goal.progress, options) },
    }),
    metrics: goal.metrics.map((metric) => metricOf(metric, options)),
    chain: ancestors.map((each) => goalRef(each, catalog, options)),
    via: climb
      .slice(
        0,
        Math.max(
          0,
          climb.findIndex((each) => isSameGoal(each, goal)),
        ),
      )
      .reverse()
      .map((each) => goalRef(each, catalog, options)),
    labels: [...goal.labels],
    provenance: provenanceText(served, catalog, options),
    linkKey: linked.key,
    canReject: served.link.provenance.kind === 'branchName' || served.link.provenance.kind === 'explicit',
    hasUrl: goal.url !== undefined,
    ...(goal.updatedAt && { updated: l10n.t('Updated {0}', agoText(Date.parse(goal.updatedAt), options)) }),
    tracker: catalog.trackers.find(({ id }) => id === goal.trackerId)?.name ?? '',
  };
}

/** A reference to a goal, with the priority that it has or inherits. */
export function goalRef(goal: Goal, catalog: GoalCatalog, options: Pick<TextOptions, 'spell'>): GoalRef {
  const rank = effectivePriority(goal, catalog)?.value.rank ?? 0;
  return {
    key: goal.key,
    reference: spelling(goal, options),
    title: goal.title,
    levelLabel: levelText(goal.level),
    rank,
    ...(rank > 0 && { priorityLabel: rankText(rank) }),
    closed: isClosed(goal),
    hasUrl: goal.url !== undefined,
  };
}

function priorityOf(goal: Goal, catalog: GoalCatalog, options: TextOptions): GoalCard['priority'] {
  const found = effectivePriority(goal, catalog);
  const rank: Rank = found?.value.rank ?? 0;
  return {
    rank,
    short: rankText(rank),
    label: found?.value.label ?? rankName(0),
    ...inheritedNote(found, goal, options),
  };
}

function impactOf(goal: Goal, catalog: GoalCatalog, options: TextOptions): Pick<GoalCard, 'impact'> {
  const found = effectiveImpact(goal, catalog);
  if (!found) return {};
  const quotes = (found.value.quotes?.value ?? []).map(({ text, source, url }) => ({
    text,
    ...(source && { source }),
    hasUrl: url !== undefined,
  }));
  return {
    impact: { facts: impactFacts(found.value, options), quotes, ...inheritedNote(found, goal, options) },
  };
}

function inheritedNote<T>(
  found: Inherited<T> | undefined,
  goal: Goal,
  options: TextOptions,
): { inherited?: string } {
  return found && !isSameGoal(found.from, goal)
    ? { inherited: l10n.t('from {0} {1}', spelling(found.from, options), found.from.title) }
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
