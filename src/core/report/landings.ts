import type { MessageFacts } from './messageFacts';
import type { ReportPeriod } from './reportPeriod';

/** The reasons why a commit counts as a change, or does not. */
export const roles = ['change', 'merge', 'bot', 'picked', 'elsewhere'] as const;
/**
 * One of these roles: a change, a merge, a bot's work, a cherry-pick whose origin is counted, or a commit outside the
 * requested path.
 */
export type Role = (typeof roles)[number];

/**
 * The commits that landed on a branch since a period began, one per row, newest first. People stay anonymous: a person
 * is an ordinal within one day, which says nothing about any other day.
 */
export interface Landings {
  readonly period: ReportPeriod;
  readonly count: number;
  /** The last first-parent commit that landed before the period; undefined if history begins within it. */
  readonly base: string | undefined;
  /** The last first-parent commit that landed in the period; undefined if none did. */
  readonly last: string | undefined;
  /** Full hashes. */
  readonly shas: readonly string[];
  readonly subjects: readonly string[];
  readonly facts: readonly MessageFacts[];
  /** The author's own day, in days since 1970. */
  readonly days: Int32Array;
  /** The person's ordinal within that day. */
  readonly people: Int32Array;
  /** Author date, in epoch seconds. */
  readonly written: Float64Array;
  /** When it landed, in epoch seconds. */
  readonly landed: Float64Array;
  /** The row of the first-parent commit that brought it in; its own if it is one. */
  readonly broughtBy: Int32Array;
  /** The index of the week of the period in which it landed; `period.weeks.length` if later. */
  readonly weeks: Int16Array;
  /** Indices into `roles`. */
  readonly roles: Uint8Array;
  /** The facts of reverted commits that are not among these, by full hash. */
  readonly reverted: ReadonlyMap<string, MessageFacts>;
  /** How many people are behind the period's changes, as far as a report may know. */
  readonly crowd: Crowd;
  /** How many first-parent commits have a date that contradicts their order or lies in the future. */
  readonly wrongClocks: number;
}

/** Whether so few people are behind the figures that only shares may be shown. */
export interface Crowd {
  /** Fewer than three people in the whole period. */
  readonly isSmall: boolean;
  /** Fewer than three people in a week in which anything landed. */
  readonly hasSmallWeek: boolean;
}

/** Figures from fewer people than this are shown only as shares. */
export const smallestCrowd = 3;

/**
 * The crowd behind several repositories: one small crowd makes all figures small, as it could be found by subtracting
 * the others.
 */
export function crowdOf(all: readonly Landings[]): Crowd {
  const busy = all.filter((landings) => !changeRows(landings).next().done);
  return {
    isSmall:
      busy.length === 0 ? all.every(({ crowd }) => crowd.isSmall) : busy.some(({ crowd }) => crowd.isSmall),
    hasSmallWeek: busy.some(({ crowd }) => crowd.hasSmallWeek),
  };
}

/** The role of a row. */
export function roleOf({ roles: stored }: Landings, row: number): Role {
  return roles[stored[row] ?? 0] ?? 'change';
}

/** The rows of changes that landed in the period; with `later`, also of those that landed after it. */
export function* changeRows(landings: Landings, { later = false } = {}): Generator<number> {
  const weeks = landings.period.weeks.length;
  for (let row = 0; row < landings.count; row += 1) {
    if (landings.roles[row] === 0 && (later || isIn(landings, row, weeks))) yield row;
  }
}

function isIn({ weeks }: Landings, row: number, count: number): boolean {
  return (weeks[row] ?? count) < count;
}
