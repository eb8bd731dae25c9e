import type { Goal, Impact, Priority, Status, StatusCategory } from '../../../core/goal/goal';
import type { Connection } from '../../connection/connection';
import { impactOfFields } from '../../mapping/impactFields';
import { makeGoal } from '../../mapping/makeGoal';
import { metricsOfFields } from '../../mapping/metricFields';
import { inProse } from '../../mapping/markdownProse';
import { levelOf, priorityOf, statusOf } from '../../mapping/meanings';
import { priorityOfLabels } from '../../mapping/priorityLabels';
import { repositoryOf, type Project, type Repository } from './githubFollow';
import type { GithubField, GithubIssue, GithubMilestone, IssueReference } from './githubIssue';
import type { GithubKeys } from './githubKeys';

/** What making goals needs. */
export interface GoalContext {
  readonly connection: Connection;
  readonly keys: GithubKeys;
  readonly projects: readonly Project[];
}

const targetName = /^(?:target|due)(?: date)?$/i;
const reasons: ReadonlyMap<string, readonly [name: string, category: StatusCategory]> = new Map([
  ['NOT_PLANNED', ['Not planned', 'dropped']],
  ['DUPLICATE', ['Duplicate', 'dropped']],
  ['COMPLETED', ['Completed', 'done']],
]);

/**
 * Makes a goal from an issue; `home` is the repository that was asked, `mates` are the members of the person's teams.
 */
export function issueGoal(
  issue: GithubIssue,
  home: Repository | undefined,
  context: GoalContext,
  mates?: ReadonlySet<string>,
): Goal | undefined {
  const { connection, keys } = context;
  const repository = repositoryOf(issue.repository ?? '') ?? home;
  if (!repository) return undefined;
  const keyOf = (other: IssueReference): string =>
    keys.issueKey(repositoryOf(other.repository ?? '') ?? repository, other.number);
  const projectFields = followedFields(issue, context);
  const { parent, milestone, subIssues } = issue;
  // The issue's own fields come last, and so win over those of projects.
  const fields = [...projectFields, ...issue.fields];
  const [owner] = issue.assignees;
  return makeGoal({
    id: issue.id,
    trackerId: connection.id,
    key: keys.issueKey(repository, issue.number),
    title: issue.title,
    level: levelOf(issue.type ?? '', connection, 'item'),
    description: issue.body && inProse(issue.body, withoutComments),
    status: statusOfIssue(issue, projectFields, connection),
    priority: priorityOfIssue(issue, projectFields, connection),
    impact: impactOfIssue(issue, fields, connection),
    metrics: metricsOfFields(fields, connection),
    owner: owner ? { name: owner } : undefined,
    mine: mineOf(issue, mates),
    target: targetOf(fields) ?? milestone?.dueOn,
    progress: subIssues && subIssues.total > 0 ? subIssues.percentCompleted / 100 : undefined,
    parentKey: parent && keyOf(parent),
    otherParentKeys: milestone ? [keys.milestoneKey(repository, milestone.number)] : [],
    blockedByKeys: issue.blockedBy.map(keyOf),
    blocksKeys: issue.blocks.map(keyOf),
    labels: issue.labels,
    links: issue.links ?? [],
    url: issue.url,
    updatedAt: issue.updatedAt,
    closedAt: issue.closedAt,
  });
}

/** Issue templates are full of hints that show only while writing. One that is never closed begins a line. */
function withoutComments(prose: string): string {
  const last = prose.lastIndexOf('-->');
  const end = last < 0 ? 0 : last + 3;
  return prose.slice(0, end).replace(/<!--[^]*?-->/g, '') + prose.slice(end).replace(/^ {0,3}<!--[^]*/m, '');
}

function mineOf(
  { isMine, logins = [] }: GithubIssue,
  mates: ReadonlySet<string> | undefined,
): 'me' | 'team' | undefined {
  if (isMine) return 'me';
  return logins.some((login) => mates?.has(login.toLowerCase())) ? 'team' : undefined;
}

/** Makes a goal from a milestone of a repository. */
export function milestoneGoal(
  milestone: GithubMilestone,
  repository: Repository,
  { connection, keys }: GoalContext,
): Goal | undefined {
  const { openCount, closedCount, isClosed } = milestone;
  const total = openCount + closedCount;
  const category = isClosed ? 'done' : closedCount > 0 ? 'active' : 'planned';
  return makeGoal({
    id: milestone.id,
    trackerId: connection.id,
    key: keys.milestoneKey(repository, milestone.number),
    title: milestone.title,
    level: levelOf('Milestone', connection, 'epic'),
    description: milestone.description,
    status: statusOf(isClosed ? 'Closed' : 'Open', category, connection),
    target: milestone.dueOn,
    progress: total > 0 ? closedCount / total : undefined,
    url: milestone.url,
    updatedAt: milestone.updatedAt,
    closedAt: milestone.closedAt,
  });
}

/**
 * Only projects that the team follows count: an issue may be in many others. If it is in several of them, the one
 * followed first wins; a field that it lacks comes from the next.
 */
function followedFields({ projectFields }: GithubIssue, { projects }: GoalContext): GithubField[] {
  const byName = new Map<string, GithubField>();
  for (const { owner, number } of projects) {
    for (const field of projectFields) {
      const isOf =
        number === field.project.number && owner.toLowerCase() === field.project.owner.toLowerCase();
      const name = field.name.toLowerCase();
      if (isOf && !byName.has(name)) byName.set(name, field);
    }
  }
  // Of two fields for one part of the impact, the last one counts.
  return [...byName.values()].reverse();
}

function statusOfIssue(
  { isClosed, stateReason, assignees }: GithubIssue,
  projectFields: readonly GithubField[],
  connection: Connection,
): Status | undefined {
  if (isClosed) {
    const [name, category] = reasons.get(stateReason ?? '') ?? ['Closed', 'done'];
    return statusOf(name, category, connection);
  }
  const category = assignees.length > 0 ? 'active' : 'planned';
  const name = wordIn(projectFields, 'Status');
  if (name === undefined) return statusOf('Open', category, connection);
  return statusOf(name, undefined, connection) ?? statusOf(name, category, connection);
}

function priorityOfIssue(
  { fields, labels }: GithubIssue,
  projectFields: readonly GithubField[],
  connection: Connection,
): Priority | undefined {
  const wanted = connection.priority ?? 'Priority';
  const field = named(fields, wanted) ?? named(projectFields, wanted);
  const word = field && wordOf(field);
  if (word !== undefined) {
    const options = field?.options ?? [];
    const index = options.indexOf(word);
    return priorityOf(word, index < 0 ? undefined : { index, of: options.length });
  }
  const own = connection.priority === undefined ? undefined : priorityOfLabels(labels, connection.priority);
  const found = own ?? priorityOfLabels(labels);
  return found && { rank: found.rank, label: found.label };
}

/** Reactions count as requests if the connection maps no field to them. */
function impactOfIssue(
  { reactions = 0 }: GithubIssue,
  fields: readonly GithubField[],
  connection: Connection,
): Impact | undefined {
  const mapped = impactOfFields(fields, connection);
  const isMapped = Object.values(connection.impact ?? {}).includes('requests');
  if (reactions <= 0 || isMapped) return mapped;
  return { ...mapped, requests: { value: reactions, field: 'reactions' } };
}

function targetOf(fields: readonly GithubField[]): string | undefined {
  const value = fields.findLast(({ name, isDate }) => isDate && targetName.test(name))?.value;
  return typeof value === 'string' ? value : undefined;
}

function named(fields: readonly GithubField[], wanted: string): GithubField | undefined {
  return fields.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
}

function wordIn(fields: readonly GithubField[], wanted: string): string | undefined {
  const field = named(fields, wanted);
  return field && wordOf(field);
}

/** The first word in a field, if it has one. */
function wordOf({ value }: GithubField): string | undefined {
  const [first] = typeof value === 'object' ? value : [String(value)];
  return first === undefined || first.trim() === '' ? undefined : first;
}
