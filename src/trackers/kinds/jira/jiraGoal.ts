import type { Goal, Impact, Level, Priority, StatusCategory } from '../../../core/goal/goal';
import type { Connection } from '../../connection/connection';
import { impactOfFields } from '../../mapping/impactFields';
import { makeGoal } from '../../mapping/makeGoal';
import { metricsOfFields } from '../../mapping/metricFields';
import { levelOf, priorityOf, statusOf } from '../../mapping/meanings';
import { adfText } from './adfText';
import { valueAt, valueOf } from './jiraFields';
import type { JiraLists } from './jiraLists';
import { linkedIssues } from './jiraLinks';
import type { JiraAccount, JiraIssue } from './jiraSchemas';
import { wikiText } from './wikiText';

type Fields = JiraIssue['fields'];
type Lists = Pick<JiraLists, 'plan' | 'placeOf'>;

/** Jira's own categories, which no site can change. */
const categories: ReadonlyMap<string, StatusCategory> = new Map([
  ['new', 'planned'],
  ['indeterminate', 'active'],
  ['done', 'done'],
]);
const droppedWords = /won'?t|cancel|reject|declin|abandon|drop|duplicate|invalid|obsolete|cannot reproduce/i;
const blockedWords = /\b(blocked|on hold|paused|impeded)\b/i;

/** The goal that an issue stands for; `browse` is where people see issues. */
export function jiraGoal(
  { id, key, fields }: JiraIssue,
  connection: Connection,
  lists: Lists,
  browse: string,
  me?: JiraAccount,
): Goal | undefined {
  const { status, resolution } = fields;
  const linked = linkedIssues(fields.issuelinks);
  return makeGoal({
    id,
    trackerId: connection.id,
    key,
    title: fields.summary,
    level: levelIn(fields, connection),
    description: textOf(fields.description),
    status: status && statusOf(status.name, categoryOf(status, resolution?.name), connection, 'planned'),
    priority: priorityIn(fields, lists),
    impact: impactIn(fields, connection, lists),
    metrics: metricsOfFields(
      (lists.plan.metrics ?? []).map((each) => valueOf(each, fields)),
      connection,
    ),
    mine: isSame(fields.assignee, me) && 'me',
    owner: fields.assignee && { name: fields.assignee.displayName, email: fields.assignee.emailAddress },
    target: fields.duedate ?? nextRelease(fields),
    progress: progressIn(fields),
    otherParentKeys: [...parentsIn(fields, lists), ...linked.implemented],
    blockedByKeys: linked.blockedBy,
    blocksKeys: linked.blocks,
    labels: [...(fields.labels ?? []), ...(fields.components ?? []).map(({ name }) => name)],
    url: `${browse}/browse/${encodeURIComponent(key)}`,
    updatedAt: fields.updated,
    // A workflow may end without a resolution.
    closedAt: fields.resolutiondate ?? fields.statuscategorychangedate,
  });
}

/** Cloud numbers its levels: 0 is a standard type, 1 an epic, and a plan adds those above; -1 is a sub-task. */
function levelIn({ issuetype }: Fields, connection: Connection): Level {
  const name = issuetype?.name ?? '';
  const number = issuetype?.hierarchyLevel;
  const isOwn = Object.keys(connection.levels ?? {}).some(
    (each) => each.toLowerCase() === name.toLowerCase(),
  );
  if (isOwn || number === undefined || number === null) return levelOf(name, connection, 'item');
  if (number >= 3) return 'objective';
  if (number >= 2) return 'initiative';
  return number >= 1 ? 'epic' : 'item';
}

/** A document (v3) or wiki markup (v2). */
function textOf(description: unknown): string {
  return typeof description === 'string' ? wikiText(description) : adfText(description);
}

function categoryOf(
  { name, statusCategory }: NonNullable<Fields['status']>,
  resolution: string | undefined,
): StatusCategory | undefined {
  const category = categories.get(statusCategory?.key ?? '');
  if (category === 'done') {
    return droppedWords.test(name) || droppedWords.test(resolution ?? '') ? 'dropped' : 'done';
  }
  return category && blockedWords.test(name) ? 'blocked' : category;
}

function priorityIn(fields: Fields, lists: Lists): Priority | undefined {
  const { priority: own } = lists.plan;
  if (own) {
    const { value } = valueOf(own, fields);
    const label =
      typeof value === 'object' && value !== null ? (Reflect.get(value, 'name') as unknown) : value;
    return typeof label === 'string' || typeof label === 'number' ? priorityOf(String(label)) : undefined;
  }
  const { priority } = fields;
  return priority ? priorityOf(priority.name, lists.placeOf(priority.id ?? '')) : undefined;
}

/** What the connection maps, and the votes, which Jira has by default. */
function impactIn(fields: Fields, connection: Connection, lists: Lists): Impact | undefined {
  const mapped = impactOfFields(
    lists.plan.impact.map((each) => valueOf(each, fields)),
    connection,
  );
  const votes = fields.votes?.votes ?? 0;
  const isMapped = Object.values(connection.impact ?? {}).includes('requests');
  if (votes <= 0 || isMapped) return mapped;
  return { ...mapped, requests: { value: Math.round(votes), field: 'votes' } };
}

/** The day of the next version that the issue is planned for. */
function nextRelease({ fixVersions }: Fields): string | undefined {
  return (fixVersions ?? [])
    .filter(({ released, archived }) => !released && !archived)
    .flatMap(({ releaseDate }) => releaseDate ?? [])
    .sort()[0];
}

/** The share of the planned time that is spent, including sub-tasks; none if no time is planned. */
function progressIn({ aggregateprogress, progress }: Fields): number | undefined {
  const planned = [aggregateprogress, progress].find((each) => (each?.total ?? 0) > 0);
  if (!planned) return undefined;
  const { percent, progress: spent, total } = planned;
  return percent != null ? percent / 100 : spent != null && total ? spent / total : undefined;
}

/** Cloud and sub-tasks have a parent; Data Center keeps the epic and what is above it in separate fields. */
function parentsIn(fields: Fields, lists: Lists): string[] {
  const own = [fields.parent?.key, ...lists.plan.parents.map((id) => keyIn(valueAt(id, fields)))];
  return own.flatMap((key) => key ?? []);
}

function isSame(one: JiraAccount | null | undefined, other: JiraAccount | undefined): boolean {
  return (['accountId', 'key', 'name'] as const).some((id) => !!one?.[id] && one[id] === other?.[id]);
}

/** A key, or the issue that has it. */
function keyIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const key: unknown =
    Reflect.get(value, 'key') ?? Reflect.get(Object(Reflect.get(value, 'data')) as object, 'key');
  return typeof key === 'string' ? key : undefined;
}
