import type { CodeLink } from '../../../core/goal/codeLink';
import type { Goal, Health, Impact, Metric, Priority, Status, StatusCategory } from '../../../core/goal/goal';
import type { Connection } from '../../connection/connection';
import { impactOfFields } from '../../mapping/impactFields';
import { plainLine } from '../../../core/plainText';
import { defined } from '../../../teamFiles/record/defined';
import { closingLinks } from '../../mapping/codeLinks';
import { cut, makeGoal } from '../../mapping/makeGoal';
import { metricsOfFields } from '../../mapping/metricFields';
import { levelOf, statusOf } from '../../mapping/meanings';
import { priorityOfLabels } from '../../mapping/priorityLabels';
import { valuesIn } from './gitlabFields';
import type { GitlabKeys } from './gitlabKeys';
import type { GitlabLink, GitlabMilestone, GitlabWidgets, GitlabWorkItem } from './gitlabSchemas';

const maxMetricName = 100;

/** What making goals needs. */
export interface GoalContext {
  readonly connection: Connection;
  readonly keys: GitlabKeys;
  /** Whether milestones stand in for epics. */
  readonly hasMilestones: boolean;
  /** The name of the account that is signed in. */
  readonly me?: string | undefined;
}

/** The goal that a work item stands for. */
export function workItemGoal(item: GitlabWorkItem, context: GoalContext): Goal | undefined {
  const { connection, keys } = context;
  const key = keys.keyOf(item);
  if (key === undefined) return undefined;
  const widgets = widgetsOf(item);
  const labels = (widgets.labels?.nodes ?? []).flatMap((label) => label?.title ?? []);
  const { parent, milestone, progress } = widgets;
  return makeGoal({
    id: item.id,
    trackerId: connection.id,
    key,
    title: item.title,
    level: levelOf(item.workItemType?.name ?? '', connection, 'item'),
    description: item.description,
    status: itemStatus(item, widgets, connection),
    health: healths.get(widgets.healthStatus ?? ''),
    priority: priorityIn(labels, connection.priority),
    impact: impactOf(widgets, connection),
    owner: widgets.assignees?.nodes[0],
    mine: isAmong(widgets, context.me) && 'me',
    target: widgets.dueDate ?? milestone?.dueDate,
    progress: typeof progress === 'number' ? progress / 100 : undefined,
    metrics: [...keyResult(item, widgets), ...metricsOfFields(valuesIn(widgets), connection)],
    parentKey: parent && keys.keyOf(parent),
    otherParentKeys: milestoneKeysOf(widgets, context),
    blockedByKeys: linkedKeys(widgets, /blocked_by/i, keys),
    blocksKeys: linkedKeys(widgets, /^blocks$/i, keys),
    labels,
    links: linksOf(widgets),
    url: item.webUrl,
    updatedAt: item.updatedAt,
    closedAt: item.closedAt,
  });
}

/** The goal that a milestone stands for. */
export function milestoneGoal(
  milestone: GitlabMilestone,
  { connection, keys }: GoalContext,
): Goal | undefined {
  const key = keys.milestoneKey(milestone.iid, milestone.web_url);
  if (key === undefined) return undefined;
  return makeGoal({
    id: `milestone:${milestone.id}`,
    trackerId: connection.id,
    key,
    title: milestone.title,
    level: levelOf('Milestone', connection),
    description: milestone.description,
    status: statusOf(milestone.state ?? '', milestone.state === 'closed' ? 'done' : undefined, connection),
    target: milestone.due_date,
    url: milestone.web_url,
    updatedAt: milestone.updated_at,
  });
}

/** What a key result measures: GitLab starts each at 0 of 100, which says nothing yet. */
function keyResult({ title, workItemType }: GitlabWorkItem, widgets: GitlabWidgets): Metric[] {
  const { startValue, currentValue, endValue } = widgets;
  const isUnset = (startValue ?? 0) === 0 && (currentValue ?? 0) === 0 && (endValue ?? 100) === 100;
  if (workItemType?.name?.toLowerCase() !== 'key result' || isUnset) return [];
  return [
    defined({
      name: cut(plainLine(title), maxMetricName),
      baseline: startValue ?? undefined,
      current: currentValue ?? undefined,
      target: endValue ?? undefined,
    }),
  ];
}

function isAmong({ assignees }: GitlabWidgets, me: string | undefined): boolean {
  return me !== undefined && (assignees?.nodes ?? []).some((each) => each?.username === me);
}

function milestoneKeysOf({ milestone }: GitlabWidgets, { keys, hasMilestones }: GoalContext): string[] {
  const key = hasMilestones && milestone ? keys.milestoneKey(milestone.iid, milestone.webPath) : undefined;
  return key === undefined ? [] : [key];
}

/** Each widget holds different fields: together they form one record. */
function widgetsOf({ widgets }: GitlabWorkItem): GitlabWidgets {
  const fields = (widgets ?? []).flatMap((widget) => Object.entries(widget ?? {}));
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined && value !== null));
}

/** Categories as GitLab names them. https://docs.gitlab.com/user/work_items/status/ */
const categories: ReadonlyMap<string, StatusCategory> = new Map([
  ['TRIAGE', 'proposed'],
  ['TO_DO', 'planned'],
  ['IN_PROGRESS', 'active'],
  ['DONE', 'done'],
  ['CANCELED', 'dropped'],
]);

/** The status of an item; if a plan has no statuses, only open or closed is known. */
function itemStatus(
  { state, movedToWorkItemUrl, duplicatedToWorkItemUrl, promotedToEpicUrl }: GitlabWorkItem,
  { status }: GitlabWidgets,
  connection: Connection,
): Status | undefined {
  // Closed because the work goes on elsewhere does not mean done.
  if (promotedToEpicUrl) return statusOf('Promoted', 'dropped', connection);
  if (movedToWorkItemUrl) return statusOf('Moved', 'dropped', connection);
  if (duplicatedToWorkItemUrl) return statusOf('Duplicate', 'dropped', connection);
  const isClosed = /^closed$/i.test(state ?? '');
  if (status) {
    const category = categories.get(status.category?.toUpperCase() ?? '');
    return statusOf(status.name, category, connection, isClosed ? 'done' : 'planned');
  }
  if (!state) return undefined;
  return isClosed ? statusOf('Closed', 'done', connection) : statusOf('Open', undefined, connection);
}

/** GitLab has nothing worse than "at risk", so "needs attention" counts as at risk too. */
const healths: ReadonlyMap<string, Health> = new Map([
  ['onTrack', 'onTrack'],
  ['needsAttention', 'atRisk'],
  ['atRisk', 'atRisk'],
]);

/** GitLab has no priority of its own: teams use a label `priority::1` or `priority::high`. */
function priorityIn(labels: readonly string[], scope: string | undefined): Priority | undefined {
  const found = priorityOfLabels(labels, scope);
  return found && { rank: found.rank, label: found.whole };
}

function impactOf(widgets: GitlabWidgets, connection: Connection): Impact | undefined {
  const impact = impactOfFields(valuesIn(widgets), connection);
  const { upvotes } = widgets;
  if (typeof upvotes !== 'number' || upvotes <= 0) return impact;
  return { requests: { value: Math.round(upvotes), field: 'award emoji' }, ...impact };
}

function linksOf({ closingMergeRequests }: GitlabWidgets): CodeLink[] {
  return (closingMergeRequests?.nodes ?? []).flatMap((node) => {
    const { webUrl = '', sourceBranch, sourceProject } = node?.mergeRequest ?? {};
    return closingLinks(webUrl, sourceBranch, sourceProject?.webUrl ?? undefined);
  });
}

function linkedKeys({ linkedItems }: GitlabWidgets, type: RegExp, keys: GitlabKeys): string[] {
  return (linkedItems?.nodes ?? []).flatMap((each) => {
    const item: GitlabLink | null | undefined = type.test(each?.linkType ?? '') ? each?.workItem : undefined;
    return (item && keys.keyOf(item)) ?? [];
  });
}
