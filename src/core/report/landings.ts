import type { MessageFacts } from './messageFacts';
import type { ReportPeriod } from './reportPeriod';

/** Why a commit counts as a change, or does not. */
export const roles = ['change', 'merge', 'bot', 'picked', 'elsewhere'] as const;
/**
 * One such reason: a merge, the work of a bot, a cherry-pick whose origin is counted, or
 * outside the path asked for.
 */
export type Role = (typeof roles)[number];

/**
 * The commits that landed on a branch since the beginning of a period, a row each, newest first. Nobody is named: a
 * person is an ordinal within one day, which says nothing about any other day.
 */
export interface Landings {
  readonly period: ReportPeriod;
  readonly count: number;
  /** The last first-parent commit that landed before the period; undefined where history begins in it. */
  readonly base: string | undefined;
  /** The last first-parent commit that landed in the period; undefined where none did. */
  readonly last: string | undefined;
  /** Full object names. */
  readonly shas: readonly string[];
  readonly subjects: readonly string[];
  readonly facts: readonly MessageFacts[];
  /** The author's own day, in days since 1970. */
  readonly days: Int32Array;
  /** The person, among those of that day. */
  readonly people: Int32Array;
  /** When it was written, in epoch seconds. */
  readonly written: Float64Array;
  /** When it landed, in epoch seconds. */
  readonly landed: Float64Array;
  /** The row of the first-parent commit that brought it in: its own where it is one. */
  readonly broughtBy: Int32Array;
  /** The week of the period that it landed in; `period.weeks.length` for one that landed later. */
  readonly weeks: Int16Array;
  /** Positions in `roles`. */
  readonly roles: Uint8Array;
  /** The facts of reverted commits that are not among these, by their full names. */
  readonly reverted: ReadonlyMap<string, MessageFacts>;
  /** How many people stand behind the changes of the period, as far as a report may know. */
  readonly crowd: Crowd;
  /** How many first-parent commits have a date that contradicts their order, or lies in the future. */
  readonly wrongClocks: number;
}

/** Whether so few people stand behind figures that only shares may be shown. */
export interface Crowd {
  /** Fewer than three people in the whole period. */
  readonly isSmall: boolean;
  /** Fewer than three people in a week in which anything landed. */
  readonly hasSmallWeek: boolean;
}

/** Figures of fewer people than this are shown as shares alone. */
export const smallestCrowd = 3;

/**
 * The crowd behind several repositories: one of few people makes all figures small, as the
 * others' leave it as a rest.
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

/** The rows of changes: those that landed in the period, or, with `later`, those that landed after it too. */
export function* changeRows(landings: Landings, { later = false } = {}): Generator<number> {
  const weeks = landings.period.weeks.length;
  for (let row = 0; row < landings.count; row += 1) {
    if (landings.roles[row] === 0 && (later || isIn(landings, row, weeks))) yield row;
  }
}

function isIn({ weeks }: Landings, row: number, count: number): boolean {
  return (weeks[row] ?? count) < count;
}
