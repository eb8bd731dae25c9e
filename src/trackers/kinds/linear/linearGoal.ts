import type { CodeLink } from '../../../core/goal/codeLink';
import { readCodeAddress } from '../../../core/references/codeAddress';
import type { Goal, Health, Impact, Priority, Rank, StatusCategory } from '../../../core/goal/goal';
import type { Connection } from '../../connection/connection';
import { makeGoal } from '../../mapping/makeGoal';
import { levelOf, statusOf } from '../../mapping/meanings';
import { pageKey } from './linearKeys';
import type { LinearInitiative, LinearIssue, LinearPage, LinearProject } from './linearSchemas';
import { targetText } from './linearTarget';

/** What reading entries needs. */
export interface LinearReading {
  readonly connection: Connection;
  /** The keys of the teams of the person who is signed in. */
  readonly teams: ReadonlySet<string>;
}

type Nodes<T> = { readonly nodes: readonly (T | null | undefined)[] } | null | undefined;

/** The goal that an initiative stands for: an objective if it has others below it and none above. */
export function initiativeGoal(
  initiative: LinearInitiative,
  { connection }: LinearReading,
  impact: Impact | undefined,
): Goal | undefined {
  const key = pageKey(initiative);
  if (key === undefined) return undefined;
  const level = levelOf('Initiative', connection);
  const isTop = !initiative.parentInitiative && listOf(initiative.subInitiatives).length > 0;
  return makeGoal({
    ...commonOf(initiative, connection),
    key,
    title: initiative.name,
    level: level === 'initiative' && isTop ? 'objective' : level,
    description: descriptionOf(initiative),
    status: statusOf(initiative.status ?? '', categories.get(initiative.status ?? ''), connection, 'planned'),
    health: healthOf(initiative.health),
    impact,
    owner: initiative.owner,
    mine: mineOf(initiative.owner),
    target: targetText(initiative.targetDate, initiative.targetDateResolution),
    parentKey: initiative.parentInitiative && pageKey(initiative.parentInitiative),
  });
}

/** The goal that a project stands for. */
export function projectGoal(
  project: LinearProject,
  { connection, teams }: LinearReading,
  impact: Impact | undefined,
): Goal | undefined {
  const key = pageKey(project);
  if (key === undefined) return undefined;
  const initiatives = listOf(project.initiatives);
  return makeGoal({
    ...commonOf(project, connection),
    key,
    title: project.name,
    level: levelOf('Project', connection),
    description: descriptionOf(project),
    status: stateOf(project.status, connection),
    health: healthOf(project.health),
    impact,
    owner: project.lead,
    mine: mineOf(
      project.lead,
      listOf(project.teams).some(({ key }) => teams.has(key)),
    ),
    target: targetText(project.targetDate, project.targetDateResolution),
    progress: project.progress,
    otherParentKeys: pageKeys(initiatives),
    blockedByKeys: pageKeys(
      listOf(project.inverseRelations)
        .filter(isBlock)
        .map((each) => each.project),
    ),
    blocksKeys: pageKeys(
      listOf(project.relations)
        .filter(isBlock)
        .map((each) => each.relatedProject),
    ),
  });
}

/** The goal that an issue stands for. */
export function issueGoal(
  issue: LinearIssue,
  { connection, teams }: LinearReading,
  impact: Impact | undefined,
): Goal | undefined {
  return makeGoal({
    ...commonOf(issue, connection),
    key: issue.identifier,
    aliases: issue.previousIdentifiers ?? [],
    links: linksOf(issue),
    title: issue.title,
    level: levelOf('Issue', connection),
    description: issue.description,
    status: stateOf(issue.state, connection),
    impact,
    owner: issue.assignee,
    mine: mineOf(issue.assignee, teams.has(teamOf(issue))),
    target: issue.dueDate,
    parentKey: issue.parent?.identifier,
    // A sub-issue may be planned in another project than the issue above it.
    otherParentKeys: pageKeys(issue.project ? [issue.project] : []),
    blockedByKeys: listOf(issue.inverseRelations)
      .filter(isBlock)
      .map((each) => each.issue.identifier),
    blocksKeys: listOf(issue.relations)
      .filter(isBlock)
      .map((each) => each.relatedIssue.identifier),
  });
}

/** The branch that Linear proposes, and the pull requests and commits that were attached. */
function linksOf({ branchName, attachments }: LinearIssue): CodeLink[] {
  return [
    ...(branchName ? [{ kind: 'branch', name: branchName } as const] : []),
    ...listOf(attachments).flatMap(({ url }) => readCodeAddress(url) ?? []),
  ];
}

interface Common {
  readonly id: string;
  readonly url?: string | null | undefined;
  readonly updatedAt?: string | null | undefined;
  readonly completedAt?: string | null | undefined;
  readonly canceledAt?: string | null | undefined;
  readonly priority?: number | null | undefined;
  readonly priorityLabel?: string | null | undefined;
  readonly labels?: Nodes<{ readonly name: string }>;
}

function commonOf(
  { id, url, updatedAt, completedAt, canceledAt, priority, priorityLabel, labels }: Common,
  connection: Connection,
) {
  return {
    id,
    trackerId: connection.id,
    priority: priorityOf(priority, priorityLabel),
    labels: listOf(labels).map(({ name }) => name),
    url,
    updatedAt,
    closedAt: completedAt ?? canceledAt,
  };
}

function mineOf(person: LinearIssue['assignee'], isOfTeam = false): 'me' | 'team' | undefined {
  return person?.isMe === true ? 'me' : isOfTeam ? 'team' : undefined;
}

/** An identifier begins with the key of the team. */
function teamOf({ identifier }: LinearIssue): string {
  return identifier.slice(0, identifier.lastIndexOf('-'));
}

const priorityNames = ['No priority', 'Urgent', 'High', 'Medium', 'Low'] as const;

/** Linear's numbers are our ranks: 1 urgent to 4 low, 0 not set. */
function priorityOf(
  priority: number | null | undefined,
  label: string | null | undefined,
): Priority | undefined {
  const name = priority ? priorityNames[priority] : undefined;
  return name && { rank: priority as Rank, label: label?.trim() ? label : name };
}

/** What Linear's own statuses and types of statuses mean; names that teams give are not among them. */
const categories: ReadonlyMap<string, StatusCategory> = new Map([
  ['Proposed', 'proposed'],
  ['Planned', 'planned'],
  ['Active', 'active'],
  ['Completed', 'done'],
  ['Canceled', 'dropped'],
  ['triage', 'proposed'],
  ['backlog', 'planned'],
  ['unstarted', 'planned'],
  ['planned', 'planned'],
  ['started', 'active'],
  ['paused', 'blocked'],
  ['completed', 'done'],
  ['canceled', 'dropped'],
  ['duplicate', 'dropped'],
]);

function stateOf(state: LinearIssue['state'], connection: Connection) {
  return state && statusOf(state.name, categories.get(state.type ?? ''), connection, 'planned');
}

const healths: ReadonlyMap<string, Health> = new Map([
  ['onTrack', 'onTrack'],
  ['atRisk', 'atRisk'],
  ['offTrack', 'offTrack'],
]);

function healthOf(health: string | null | undefined): Health | undefined {
  return health ? healths.get(health) : undefined;
}

/** The line under the name, then the text. */
function descriptionOf({ description, content }: Pick<LinearProject, 'description' | 'content'>): string {
  return [description, content].filter((part) => part?.trim()).join('\n\n');
}

/** The schema says that the type is a text; Linear itself uses both words for projects. */
function isBlock({ type }: { readonly type: string }): boolean {
  return type === 'blocks' || type === 'dependency';
}

function pageKeys(pages: readonly LinearPage[]): string[] {
  return pages.flatMap((page) => pageKey(page) ?? []);
}

function listOf<T>(connection: Nodes<T>): T[] {
  return (connection?.nodes ?? []).flatMap((node) => node ?? []);
}
