import * as z from 'zod';
import type { Goal, Impact } from '../../../core/goal/goal';
import { TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import { CursorGuard } from '../../http/cursorGuard';
import { graphql } from '../../http/graphql';
import type { LaterFault } from '../../mapping/laterFault';
import { failedOn, leftOut } from '../../mapping/readEntries';
import { initiativeGoal, issueGoal, projectGoal, type LinearReading } from './linearGoal';
import { initiativesQuery, issuesQuery, needsQuery, pageSize, projectsQuery } from './linearQueries';
import {
  changeSchema,
  initiativeSchema,
  issueSchema,
  listSchema,
  needSchema,
  projectSchema,
  type LinearChange,
  type LinearNeed,
} from './linearSchemas';

/** A condition in Linear's own form. */
export type LinearFilter = Readonly<Record<string, unknown>>;

/** One of Linear's lists. */
export interface LinearList {
  /** The field of the query that holds it. */
  readonly field: string;
  readonly query: string;
  /** How many entries a page has, if not as many as usual. */
  readonly first?: number;
}

/** An entry of a list of goals, checked once. */
export interface LinearEntry {
  /** When it changed, known even if the rest cannot be used. */
  readonly change?: LinearChange | undefined;
  /** Why it is not a goal, or the goal: one of the two. */
  readonly problem: string;
  readonly toGoal?: (reading: LinearReading, impact: Impact | undefined) => Goal | undefined;
}

/** A list of what becomes goals. */
export interface GoalList extends LinearList {
  /** Entries of the teams with these keys; undefined if the entries belong to no team. */
  readonly ofTeams?: (keys: readonly string[]) => LinearFilter;
  /** How a need names such an entry. */
  readonly inNeed?: 'project' | 'issue';
  readonly parse: (entry: unknown, index: number) => LinearEntry;
}

/** Initiatives: they belong to the whole workspace. */
export const initiativeList: GoalList = {
  field: 'initiatives',
  query: initiativesQuery,
  parse: parserOf(initiativeSchema, initiativeGoal),
};

/** Projects of teams. */
export const projectList: GoalList = {
  field: 'projects',
  query: projectsQuery,
  inNeed: 'project',
  ofTeams: (keys) => ({ accessibleTeams: { some: { key: { in: keys } } } }),
  parse: parserOf(projectSchema, projectGoal),
};

/** Issues of teams. */
export const issueList: GoalList = {
  field: 'issues',
  query: issuesQuery,
  inNeed: 'issue',
  ofTeams: (keys) => ({ team: { key: { in: keys } } }),
  parse: parserOf(issueSchema, issueGoal),
};

function parserOf<T extends z.ZodType<LinearChange>>(
  schema: T,
  toGoal: (entry: z.output<T>, reading: LinearReading, impact: Impact | undefined) => Goal | undefined,
): GoalList['parse'] {
  return (entry, index) => {
    try {
      const { data, error } = schema.safeParse(entry);
      if (data === undefined) {
        return { change: changeSchema.safeParse(entry).data, problem: leftOut(entry, index, error) };
      }
      return {
        change: data,
        problem: leftOut(entry, index),
        toGoal: (reading, impact) => toGoal(data, reading, impact),
      };
    } catch (error) {
      return { problem: failedOn(entry, index, error) };
    }
  };
}

/** What customers asked for. */
export const needList: LinearList = { field: 'customerNeeds', query: needsQuery };

/** A page of a list, as it came. */
export interface LinearEntries {
  readonly entries: readonly unknown[];
  /** What Linear said about it besides the data. */
  readonly problems: readonly string[];
}

/** The pages of a list, the latest change first. @throws {TrackerError} */
export async function* pagesOf(
  { http, connection }: TrackerContext,
  { field, query, first = pageSize }: LinearList,
  filter: LinearFilter,
  includeArchived: boolean,
  signal: AbortSignal,
): AsyncGenerator<LinearEntries> {
  const { host } = new URL(connection.url);
  const guard = new CursorGuard(host);
  const schema = z.object({ [field]: listSchema });
  let after: string | undefined;
  for (;;) {
    const variables = { first, after, filter, includeArchived };
    const { data, errors } = await graphql(
      http,
      host,
      { path: '/graphql', query, variables },
      schema,
      signal,
    );
    const list = data[field];
    yield { entries: list?.nodes ?? [], problems: errors.map(({ message }) => message.slice(0, 300)) };
    if (!list?.pageInfo.hasNextPage || !list.pageInfo.endCursor) return;
    after = guard.next(list.pageInfo.endCursor);
  }
}

/**
 * The needs that meet a condition; none if the plan or the person's role has none.
 *
 * @throws {TrackerError} unless `fault` takes it
 */
export async function readNeeds(
  context: TrackerContext,
  filter: LinearFilter,
  includeArchived: boolean,
  signal: AbortSignal,
  fault?: LaterFault,
): Promise<readonly LinearNeed[]> {
  const needs: LinearNeed[] = [];
  try {
    for await (const { entries } of pagesOf(context, needList, filter, includeArchived, signal)) {
      for (const entry of entries) {
        const need = needSchema.safeParse(entry).data;
        if (need) needs.push(need);
      }
    }
  } catch (error) {
    if (isHidden(error)) return needs;
    if (!fault) throw error;
    fault.note(error);
  }
  return needs;
}

/** Whether a fault only says that something is hidden from us: `FeatureNotAccessible`, or a role without the right. */
export function isHidden(error: unknown): boolean {
  return error instanceof TrackerError && error.reason === 'forbidden';
}
