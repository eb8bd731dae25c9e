import fc from 'fast-check';
import type { ReferenceRules } from '../../../../src/core/links/referenceRules';
import type { Landings, Role } from '../../../../src/core/report/landings';
import { roles } from '../../../../src/core/report/landings';
import { messageFacts } from '../../../../src/core/report/messageFacts';
import { periodOf, weekAt } from '../../../../src/core/report/reportPeriod';

/** Four whole weeks. */
const fourWeeks = periodOf('2026-10-26', '2026-11-22', 'UTC');

/** A commit for `landingsOf`; a test states only what matters to it. */
export interface LandedCommit {
  readonly sha?: string;
  readonly subject?: string;
  readonly body?: string;
  /** The author's own day. */
  readonly day?: string;
  readonly person?: number;
  /** When it landed: an ISO date, or date and time. Default: noon of the author's day. */
  readonly landed?: string;
  /** When it was written. Default: noon of the author's day. */
  readonly written?: string;
  /** The row that brought it in. Default: its own. */
  readonly by?: number;
  readonly role?: Role;
}

/** Rows of a report, as git gives them. */
export function landingsOf(
  commits: readonly LandedCommit[],
  overrides: Partial<Landings> = {},
  rules: ReferenceRules = { trailer: 'Initiative', projects: new Set(['SHOP']) },
): Landings {
  const seconds = (text: string): number =>
    Date.parse(text.includes('T') ? text : `${text}T12:00:00Z`) / 1000;
  const dayOf = ({ day = '2026-11-02' }: LandedCommit): string => day;
  const landed = Float64Array.from(commits, (each) => seconds(each.landed ?? dayOf(each)));
  const { period = fourWeeks } = overrides;
  return {
    period,
    count: commits.length,
    base: undefined,
    last: commits.length > 0 ? shaOf(0) : undefined,
    shas: commits.map(({ sha }, row) => sha ?? shaOf(row)),
    subjects: commits.map(({ subject = '' }) => subject),
    facts: commits.map(({ subject = '', body = '' }) => messageFacts({ subject, body, note: '' }, rules)),
    days: Int32Array.from(commits, (each) => Date.parse(dayOf(each)) / 86_400_000),
    people: Int32Array.from(commits, ({ person = 0 }) => person),
    written: Float64Array.from(commits, (each) => seconds(each.written ?? dayOf(each))),
    landed,
    broughtBy: Int32Array.from(commits, ({ by }, row) => by ?? row),
    weeks: Int16Array.from(landed, (moment) => Math.max(0, weekAt(period, moment))),
    roles: Uint8Array.from(commits, ({ role = 'change' }) => roles.indexOf(role)),
    reverted: new Map(),
    crowd: { isSmall: false, hasSmallWeek: false },
    wrongClocks: 0,
    ...overrides,
  };
}

/** A full object name that stands for a row. */
export function shaOf(row: number): string {
  return row.toString(16).padStart(40, '0');
}

/** Any commits of the period and the days after it, naming any of these keys in any number. */
export function anyCommits(keys: readonly string[]): fc.Arbitrary<LandedCommit[]> {
  const day = fc.integer({ min: 0, max: 30 }).map((days) => isoDay(days));
  return fc.array(
    fc.record({
      subject: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 5 }).map((each) => each.join(' ')),
      day,
      landed: day,
      person: fc.nat(3),
      role: fc.constantFrom(...roles, 'change' as const, 'change' as const),
    }),
    { maxLength: 40 },
  );
}

function isoDay(days: number): string {
  return new Date(Date.parse('2026-10-26') + days * 86_400_000).toISOString().slice(0, 10);
}
