import type { Goal, Health, Level, Metric, Status, StatusCategory } from '../../../core/goal/goal';
import { plainLine } from '../../../core/plainText';
import { defined } from '../../../teamFiles/record/defined';
import type { Connection } from '../../connection/connection';
import { cut, makeGoal } from '../../mapping/makeGoal';
import { levelOf, ownLevelOf, statusOf } from '../../mapping/meanings';
import { adfText } from '../jira/adfText';
import type { AtlassianGoal } from './goalsSchemas';
import { targetOf } from './targetOf';

/** What making goals needs. */
export interface AtlassianReading {
  readonly connection: Connection;
  /** The account that is signed in. */
  readonly me: string;
}

/** The goal that an Atlassian goal stands for. */
export function atlassianGoal(goal: AtlassianGoal, { connection, me }: AtlassianReading): Goal | undefined {
  const { value = '' } = goal.status ?? {};
  return makeGoal({
    id: goal.id,
    trackerId: connection.id,
    key: goal.key,
    title: goal.name,
    level: levelIn(goal, connection),
    description: textOf(goal.description ?? ''),
    status: statusIn(goal, connection),
    health: healths.get(value ?? ''),
    owner: goal.owner && { name: goal.owner.name },
    mine: goal.owner?.accountId === me && 'me',
    target: targetOf(goal.targetDate),
    progress: progressOf(goal),
    metrics: metricsOf(goal),
    parentKey: goal.parentGoal?.key,
    covers: goal.workItems.map(({ key }) => `${connection.url}/browse/${encodeURIComponent(key)}`),
    labels: goal.tags.map(({ name }) => name),
    url: goal.url,
    updatedAt: goal.latestUpdateDate,
  });
}

/** A site's own goal types have their level by name; plain goals, by their position in the hierarchy. */
function levelIn({ goalType, parentGoal, subGoals }: AtlassianGoal, connection: Connection): Level {
  const type = goalType?.name?.value ?? goalType?.name?.defaultValue ?? 'Goal';
  const byPlace = !parentGoal && subGoals.length > 0 ? 'objective' : 'initiative';
  const isPlain = /^goals?$/i.test(type.trim());
  return ownLevelOf(type, connection) ?? (isPlain ? byPlace : levelOf(type, connection, byPlace));
}

/** https://developer.atlassian.com/platform/goals/goals-graphql-api/search-queries/ */
const categories: ReadonlyMap<string, StatusCategory> = new Map([
  ['pending', 'planned'],
  ['on_track', 'active'],
  ['at_risk', 'active'],
  ['off_track', 'active'],
  ['paused', 'blocked'],
  ['done', 'done'],
  ['cancelled', 'dropped'],
  ['archived', 'dropped'],
]);

const healths: ReadonlyMap<string, Health> = new Map([
  ['on_track', 'onTrack'],
  ['at_risk', 'atRisk'],
  ['off_track', 'offTrack'],
]);

function statusIn({ status, isArchived }: AtlassianGoal, connection: Connection): Status | undefined {
  const value = status?.value ?? '';
  const label = status?.localizedLabel?.defaultValue?.trim() ?? '';
  const name = label === '' ? sentence(value) : label;
  // An archived goal is over, unless it was over before.
  const category = categories.get(value);
  const isOver = category === 'done' || category === 'dropped';
  if (isArchived && !isOver) return statusOf('Archived', 'dropped', connection);
  return statusOf(name, category, connection, 'planned');
}

/** `on_track` is “On track”. */
function sentence(value: string): string {
  const words = value.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function progressOf({ progress }: AtlassianGoal): number | undefined {
  const { type, percentage } = progress ?? {};
  return typeof percentage === 'number' && type !== 'NONE' ? percentage / 100 : undefined;
}

function metricsOf({ metricTargets }: AtlassianGoal): Metric[] {
  return metricTargets.flatMap(({ metric, startValue, targetValue, snapshotValue }) => {
    const name = cut(plainLine(metric.name), 100);
    if (metric.archived || name === '') return [];
    const unit = metric.type === 'PERCENTAGE' ? '%' : metric.type === 'CURRENCY' ? metric.subType : undefined;
    return [
      defined({
        name,
        unit: unit ? cut(plainLine(unit), 40) : undefined,
        baseline: startValue ?? undefined,
        current: metric.latestValue?.value ?? snapshotValue?.value ?? undefined,
        target: targetValue ?? undefined,
      }),
    ];
  });
}

/** A description is a document in Atlassian's own format, written as JSON into a text; older ones are plain. */
function textOf(description: string): string {
  if (!description.trimStart().startsWith('{')) return description;
  try {
    return adfText(JSON.parse(description)) || description;
  } catch {
    return description;
  }
}
