import type { Goal, Level, StatusCategory } from '../../../core/goal/goal';
import type { Connection } from '../../connection/connection';
import { impactOfFields } from '../../mapping/impactFields';
import { makeGoal } from '../../mapping/makeGoal';
import { levelOf, ownLevelOf, priorityOf, statusOf } from '../../mapping/meanings';
import type { NumberedKeys } from '../../port/numberedKeys';
import type { RedmineLists } from './redmineLists';
import type { RedmineIssue } from './redmineSchemas';
import { textileText } from './textileText';

/** The goal that an issue stands for. */
export function redmineGoal(
  issue: RedmineIssue,
  connection: Connection,
  keys: NumberedKeys,
  lists: RedmineLists,
): Goal | undefined {
  const { priority, tracker, relations } = issue;
  const isThis = (id: number): boolean => id === issue.id;
  const blocks = (relations ?? []).filter(({ relation_type }) => relation_type === 'blocks');
  return makeGoal({
    id: String(issue.id),
    trackerId: connection.id,
    key: keys.keyOf(issue.id),
    title: issue.subject,
    level: redmineLevel(tracker?.name ?? '', connection),
    description: issue.description && textileText(issue.description),
    status: issue.status && statusOf(issue.status.name, categoryOf(issue.status, lists), connection),
    priority: priority && priorityOf(priority.name, lists.placeOf(priority.id)),
    impact: impactOfFields(issue.custom_fields ?? [], connection),
    owner: issue.assigned_to,
    target: issue.due_date ?? (issue.fixed_version && lists.versionDue(issue.fixed_version.id)),
    progress:
      issue.done_ratio === null || issue.done_ratio === undefined ? undefined : issue.done_ratio / 100,
    parentKey: issue.parent && keys.keyOf(issue.parent.id),
    blockedByKeys: blocks.filter((each) => isThis(each.issue_to_id)).map((each) => keys.keyOf(each.issue_id)),
    blocksKeys: blocks.filter((each) => isThis(each.issue_id)).map((each) => keys.keyOf(each.issue_to_id)),
    labels: [issue.category?.name, issue.fixed_version?.name].flatMap((name) => name ?? []),
    url: `${connection.url}/issues/${issue.id}`,
    updatedAt: issue.updated_on,
  });
}

/** Every Redmine begins with the types Bug, Feature and Support: its Feature is what others call a story. */
function redmineLevel(type: string, connection: Connection): Level {
  const isStandard = type.toLowerCase() === 'feature';
  return ownLevelOf(type, connection) ?? (isStandard ? 'item' : levelOf(type, connection));
}

/** Redmine only knows open and closed; what closed means is in the status' name. */
function categoryOf(
  status: NonNullable<RedmineIssue['status']>,
  lists: RedmineLists,
): StatusCategory | undefined {
  const isClosed = status.is_closed ?? lists.isClosed(status.id);
  if (!isClosed) return undefined;
  return /reject|cancel|won'?t|duplicate|invalid/i.test(status.name) ? 'dropped' : 'done';
}
