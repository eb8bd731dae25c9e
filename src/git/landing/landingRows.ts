import { roles, smallestCrowd, type Landings, type Role } from '../../core/report/landings';
import { messageFacts, type MessageFacts } from '../../core/report/messageFacts';
import type { ReferenceRules } from '../../core/links/referenceRules';
import { weekAt, type ReportPeriod } from '../../core/report/reportPeriod';
import { botNames } from './botNames';
import type { LandingLine } from './landingLine';

/** A commit as read; who wrote it does not leave this file. */
export interface ReadCommit {
  readonly sha: string;
  readonly parents: string;
  readonly authorName: string;
  readonly authorEmail: string;
  readonly authorDay: string;
  readonly authorTime: string;
  readonly subject: string;
  readonly body: string;
  readonly note: string;
}

/** The rules that turn commits into rows. */
export interface RowRules extends ReferenceRules {
  readonly period: ReportPeriod;
  /** Names and addresses of bots, besides those that contain `[bot]`. */
  readonly bots: readonly string[];
}

/** How much of a subject is kept for display, in UTF-16 units. */
const maxSubject = 256;

/**
 * Collects the rows of a report. Authors are known only here, while commits are read: what leaves is an ordinal within
 * a day, and whether a crowd is small.
 */
export class LandingRows {
  private readonly shas: string[] = [];
  private readonly parents: string[] = [];
  private readonly subjects: string[] = [];
  private readonly facts: MessageFacts[] = [];
  private readonly days: number[] = [];
  private readonly written: number[] = [];
  private readonly authors: string[] = [];
  private readonly isBot: boolean[] = [];
  private readonly dayNumbers = new Map<string, number>();
  private readonly isBotName: (...names: string[]) => boolean;

  constructor(private readonly rules: RowRules) {
    this.isBotName = botNames(rules.bots);
  }

  get count(): number {
    return this.shas.length;
  }

  add(commit: ReadCommit): void {
    const { sha, parents, subject, authorEmail, authorName, authorDay, authorTime } = commit;
    this.shas.push(sha);
    this.parents.push(parents);
    this.subjects.push(subject.slice(0, maxSubject));
    this.facts.push(messageFacts(commit, this.rules));
    this.days.push(this.dayNumber(authorDay));
    this.written.push(Number(authorTime));
    this.authors.push(authorEmail);
    this.isBot.push(this.isBotName(authorName, authorEmail));
  }

  /**
   * The changes from a row on that certainly have no goal: first-parent commits, which no merge brings in, that neither
   * name a goal nor revert anything.
   *
   * @param ofLine the first-parent commits that landed in the period
   */
  unlinkedFrom(from: number, ofLine: ReadonlySet<string>): string[] {
    return this.shas.slice(from).filter((sha, at) => {
      const row = from + at;
      const { keys, reverts, pickedFrom } = this.facts[row] ?? {};
      const namesNothing = keys?.length === 0 && reverts?.length === 0 && pickedFrom === undefined;
      return namesNothing && !this.isMerge(row) && !this.isBot[row] && ofLine.has(sha);
    });
  }

  /** The full names of reverted commits that have no row. */
  missingReverts(): string[] {
    const reverted = new Set(this.facts.flatMap(({ reverts }) => reverts));
    if (reverted.size > 0) for (const sha of this.shas) reverted.delete(sha);
    return [...reverted];
  }

  /** The rows, without a trace of their authors. */
  finish(
    line: LandingLine,
    reverted: ReadonlyMap<string, MessageFacts>,
    within?: ReadonlySet<string>,
  ): Landings {
    const { period } = this.rules;
    const { count, shas, subjects, facts } = this;
    const rowOf = new Map(shas.map((sha, row) => [sha, row]));
    const { broughtBy, landed } = this.landing(line, rowOf);
    const weeks = Int16Array.from(landed, (moment) => Math.max(0, weekAt(period, moment)));
    const rolesOfRows = Uint8Array.from(this.rolesOf(rowOf, weeks, within), (role) => roles.indexOf(role));
    const last = line.shas.find((_, at) => (line.landed[at] ?? Infinity) < period.end);
    return {
      base: line.base,
      last,
      period,
      count,
      shas,
      subjects,
      facts,
      reverted,
      broughtBy,
      landed,
      weeks,
      days: Int32Array.from(this.days),
      written: Float64Array.from(this.written),
      roles: rolesOfRows,
      people: this.ordinals(),
      crowd: this.crowd(rolesOfRows, weeks),
      wrongClocks: line.wrongClocks,
    };
  }

  /** An ISO day in days since 1970, parsed once: a history has many commits and few days. */
  private dayNumber(isoDay: string): number {
    let found = this.dayNumbers.get(isoDay);
    if (found === undefined) {
      found = Math.round(Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000) || 0;
      this.dayNumbers.set(isoDay, found);
    }
    return found;
  }

  /** Which first-parent commit brought each commit in: the oldest that reaches it. */
  private landing(
    line: LandingLine,
    rowOf: ReadonlyMap<string, number>,
  ): { readonly broughtBy: Int32Array; readonly landed: Float64Array } {
    const broughtBy = new Int32Array(this.count).fill(-1);
    const landed = new Float64Array(this.count);
    for (let at = line.shas.length - 1; at >= 0; at -= 1) {
      const landing = rowOf.get(line.shas[at] ?? '');
      if (landing === undefined) continue;
      const open = [landing];
      for (let row = open.pop(); row !== undefined; row = open.pop()) {
        if (broughtBy[row] !== -1) continue;
        broughtBy[row] = landing;
        landed[row] = line.landed[at] ?? 0;
        for (const parent of this.parents[row]?.split(' ') ?? []) {
          const next = rowOf.get(parent);
          if (next !== undefined && broughtBy[next] === -1) open.push(next);
        }
      }
    }
    return { broughtBy, landed };
  }

  private rolesOf(
    rowOf: ReadonlyMap<string, number>,
    weeks: Int16Array,
    within: ReadonlySet<string> | undefined,
  ): Role[] {
    const count = this.rules.period.weeks.length;
    const isCounted = (row: number | undefined): boolean =>
      row !== undefined && !this.isMerge(row) && this.isBot[row] !== true && (weeks[row] ?? count) < count;
    return this.shas.map((sha, row) => {
      if (this.isMerge(row)) return 'merge';
      if (this.isBot[row]) return 'bot';
      if (within && !within.has(sha)) return 'elsewhere';
      const { pickedFrom } = this.facts[row] ?? {};
      return pickedFrom !== undefined && isCounted(rowOf.get(pickedFrom)) ? 'picked' : 'change';
    });
  }

  private isMerge(row: number): boolean {
    return this.parents[row]?.includes(' ') ?? false;
  }

  /** Each person's number within the day, in row order. */
  private ordinals(): Int32Array {
    const ofDay = new Map<number, Map<string, number>>();
    return Int32Array.from(this.authors, (author, row) => {
      const day = this.days[row] ?? 0;
      const known = ofDay.get(day) ?? new Map<string, number>();
      const ordinal = known.get(author) ?? known.size;
      ofDay.set(day, known.set(author, ordinal));
      return ordinal;
    });
  }

  private crowd(rolesOfRows: Uint8Array, weeks: Int16Array): Landings['crowd'] {
    const all = new Set<string>();
    const byWeek = this.rules.period.weeks.map(() => new Set<string>());
    this.authors.forEach((author, row) => {
      const week = byWeek[weeks[row] ?? -1];
      if (rolesOfRows[row] !== 0 || !week) return;
      all.add(author);
      week.add(author);
    });
    return {
      isSmall: all.size < smallestCrowd,
      hasSmallWeek: byWeek.some(({ size }) => size > 0 && size < smallestCrowd),
    };
  }
}
