import type { Goal, Level, StatusCategory } from '../../../core/goal/goal';
import type { Connection } from '../../connection/connection';
import { impactOfFields } from '../../mapping/impactFields';
import { makeGoal } from '../../mapping/makeGoal';
import { metricsOfFields } from '../../mapping/metricFields';
import { levelOf, ownLevelOf, priorityOf, statusOf } from '../../mapping/meanings';
import type { NumberedKeys } from '../../port/numberedKeys';
import type { RedmineLists } from './redmineLists';
import type { RedmineIssue } from './redmineSchemas';
import { textileText } from './textileText';

/** Who is signed in: their id and those of their groups, to which issues may be assigned as well. */
export interface RedmineUser {
  readonly id: number | undefined;
  readonly groups: ReadonlySet<number>;
}

/** The goal that an issue stands for. */
export function redmineGoal(
  issue: RedmineIssue,
  connection: Connection,
  keys: NumberedKeys,
  lists: RedmineLists,
  me?: RedmineUser,
): Goal | undefined {
  const { priority, tracker, relations } = issue;
  const isThis = (id: number): boolean => id === issue.id;
  const blocks = (relations ?? []).filter(({ relation_type }) => relation_type === 'blocks');
  const values = lists.valuesIn(issue, connection);
  return makeGoal({
    id: String(issue.id),
    trackerId: connection.id,
    key: keys.keyOf(issue.id),
    title: issue.subject,
    level: redmineLevel(tracker?.name ?? '', connection),
    description: issue.description && textileText(issue.description),
    status: statusIn(issue, connection, lists),
    priority: priority && priorityOf(priority.name, lists.placeOf(priority.id)),
    impact: impactOfFields(values, connection),
    metrics: metricsOfFields(values, connection),
    owner: issue.assigned_to,
    mine: mineOf(issue, me),
    target: issue.due_date ?? (issue.fixed_version && lists.versionDue(issue.fixed_version.id)),
    progress:
      issue.done_ratio === null || issue.done_ratio === undefined ? undefined : issue.done_ratio / 100,
    parentKey: issue.parent && keys.keyOf(issue.parent.id),
    blockedByKeys: blocks.filter((each) => isThis(each.issue_to_id)).map((each) => keys.keyOf(each.issue_id)),
    blocksKeys: blocks.filter((each) => isThis(each.issue_id)).map((each) => keys.keyOf(each.issue_to_id)),
    labels: [issue.category?.name, issue.fixed_version?.name].flatMap((name) => name ?? []),
    url: `${connection.url}/issues/${issue.id}`,
    updatedAt: issue.updated_on,
    closedAt: issue.closed_on,
  });
}

function mineOf({ assigned_to }: RedmineIssue, me: RedmineUser | undefined): 'me' | 'team' | undefined {
  if (!me || !assigned_to) return undefined;
  if (assigned_to.id === me.id) return 'me';
  return me.groups.has(assigned_to.id) ? 'team' : undefined;
}

/** Every Redmine begins with the types Bug, Feature and Support: its Feature is what others call a story. */
function redmineLevel(type: string, connection: Connection): Level {
  const isStandard = type.toLowerCase() === 'feature';
  return ownLevelOf(type, connection) ?? (isStandard ? 'item' : levelOf(type, connection));
}

/**
 * Redmine knows only open and closed, and a team names its statuses in its own language: what a name does not say, the
 * progress does.
 */
function statusIn(
  { status, done_ratio }: RedmineIssue,
  connection: Connection,
  lists: RedmineLists,
): Goal['status'] {
  if (!status) return undefined;
  if (!(status.is_closed ?? lists.isClosed(status.id))) {
    return openStatus(status.name, connection, (done_ratio ?? 0) > 0 ? 'active' : 'planned');
  }
  const meant = statusOf(status.name, undefined, connection, 'done');
  const isEnd = meant?.category === 'dropped' || meant?.category === 'done';
  return isEnd ? meant : statusOf(status.name, 'done', connection);
}

/** An open issue is never done or dropped, whatever its status is called: “Resolved” still waits to be closed. */
function openStatus(name: string, connection: Connection, fallback: StatusCategory): Goal['status'] {
  const meant = statusOf(name, undefined, connection, fallback);
  const isOwn = statusOf(name, 'proposed', connection)?.category !== 'proposed';
  return isOwn || (meant?.category !== 'done' && meant?.category !== 'dropped')
    ? meant
    : statusOf(name, meant.category === 'done' ? 'active' : fallback, connection);
}
