import type * as z from 'zod';
import type { Goal } from '../../../core/goal/goal';
import { readEntries } from '../../mapping/readEntries';
import type { GoalContext } from './githubGoal';
import type { GithubServer } from './githubServer';
import type { GithubTeams } from './githubTeams';

/** What reading lists of goals needs. */
export interface GithubReader {
  readonly server: GithubServer;
  readonly goals: GoalContext;
  readonly teams: GithubTeams;
}

/** Some goals of a list. */
export interface GithubPage {
  readonly goals: readonly Goal[];
  readonly problems: readonly string[];
  /** What was read only in part. */
  readonly notes?: readonly string[];
  /** The latest change on this page, in epoch milliseconds, if pages come in the order of change. */
  readonly latestChange?: number;
  readonly total?: number;
}

/** Makes goals from a page's entries; what GitHub hides from us is null, which is no fault. */
export function toPage<T extends z.ZodType>(
  entries: readonly unknown[] | null | undefined,
  schema: T,
  toGoal: (entry: z.output<T>) => Goal | undefined,
): GithubPage {
  const visible = (entries ?? []).filter((entry) => entry !== null && entry !== undefined);
  return readEntries(visible, schema, toGoal);
}

/** When the last of these goals changed, in epoch milliseconds. */
export function latestChange(goals: readonly Goal[]): number | undefined {
  const times = goals.flatMap(({ updatedAt }) => Date.parse(updatedAt ?? '') || []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** The page with its latest change, for lists in the order of change. */
export function inOrder(page: GithubPage): GithubPage {
  const latest = latestChange(page.goals);
  return latest === undefined ? page : { ...page, latestChange: latest };
}

/** A moment in GitHub's format: whole seconds. */
export function githubTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
