import { isClosed } from '../../core/goal/goal';
import { normalizeKey } from '../../core/goal/goalKey';
import type { AlignmentReport } from '../../core/report/alignmentReport';
import { evidences } from '../../core/report/attribution';
import type { ChainLink } from '../../core/report/blockedChains';
import { dayUnits } from '../../core/report/dayUnits';
import { rankGroups, type EffortRow, type RankGroup } from '../../core/report/goalEffort';
import { dayOf } from '../../core/report/reportPeriod';
import { shareOf } from '../../core/report/tally';
import type { LandTimes } from '../../core/report/timeToLand';
import { oneLine } from '../oneLine';
import { personDays, rounded, shareFigure, type Figures } from './figures';
import { reportCommands, reportNotes } from './howCounted';
import { withPlannedRows } from './plannedRows';
import type { RecordContext } from './recordContext';
import { driftFacts } from './driftFacts';
import { reworkFacts, reworkShare } from './reworkFacts';
import { reportFindings } from './reportFindings';
import type { ChainFacts, GoalFacts, PriorityName, ReportRecord } from './reportSchema';

/**
 * The facts of a report, as every format and interface states them. This is the only place where figures from fewer
 * than three people become shares: nothing downstream sees the real ones.
 */
export function reportRecord(report: AlignmentReport, context: RecordContext): ReportRecord {
  const { period, crowd, effort, counted } = report;
  const { spell } = context;
  const figures: Figures = (part) => ({
    personDays: personDays(part, crowd),
    share: shareFigure(shareOf(part, effort), crowd),
  });
  const dayAt = (moment: number): string => dayOf(moment * 1000, period.timeZone);
  return {
    schema: 'goal-lens/report-v1',
    repositories: report.repositories.map(({ name, effort: part, changes, base, last }, at) => ({
      name: oneLine(name),
      branch: oneLine(context.repositories[at]?.branch ?? ''),
      tip: context.repositories[at]?.tip ?? '',
      base: base ?? null,
      last: last ?? null,
      commits: changes,
      ...figures(part),
    })),
    path: context.path === undefined ? null : oneLine(context.path),
    counted: dayOf(context.now, period.timeZone),
    period: { from: period.from, to: period.to, weeks: period.weeks.length, timeZone: period.timeZone },
    level: report.level,
    staleDays: report.staleDays,
    totals: {
      personDays: personDays(effort, crowd),
      commits: counted.change,
      unlinkedStrict: shareFigure(report.unlinked.strict, crowd),
      unlinkedInferred: shareFigure(report.unlinked.inferred, crowd),
      urgent: shareFigure(shareOf(report.byRank[1] + report.byRank[2], effort), crowd),
      urgentGoals: report.urgentGoals,
      initiatives: report.initiatives,
      focus: rounded(report.focus, 2),
    },
    leftOut: {
      merges: counted.merge,
      bots: counted.bot,
      cherryPicks: counted.picked,
      elsewhere: counted.elsewhere,
    },
    goals: withPlannedRows(report.rows, report.level, context).flatMap((row) =>
      goalFacts(row, report, context, figures, dayAt),
    ),
    ...withoutGoal(report, figures),
    priorities: rankGroups.map((group) => ({
      priority: priorityName(group),
      ...figures(report.byRank[group]),
    })),
    evidence: evidences.map((evidence) => ({ evidence, ...figures(report.byEvidence[evidence]) })),
    weeks: weeksOf(report),
    findings: reportFindings(report, context),
    chains: report.chains.map((chain) => chainFacts(chain, spell)),
    timeToLand: {
      ...landTimes(report.timeToLand.all),
      squashed: report.timeToLand.squashed,
      isMostlySquashed: report.timeToLand.isMostlySquashed,
      byPriority: ([1, 2, 3, 4, 0] as const).flatMap((rank) => {
        const times = report.timeToLand.byRank[rank];
        return times
          ? { priority: rank === 0 ? ('notSet' as const) : (`P${rank}` as const), ...landTimes(times) }
          : [];
      }),
      byGoal: [...report.timeToLand.byGoal].map(([goal, times]) => ({
        reference: spell(goal),
        ...landTimes(times),
      })),
    },
    rework: report.rework ? reworkFacts(report.rework, spell) : null,
    quality: { reverts: report.quality.reverts, fixes: report.quality.fixes ?? null },
    customers: {
      share: shareFigure(report.customers.share, crowd),
      low: report.customers.range?.low ?? null,
      high: report.customers.range?.high ?? null,
      goals: report.customers.goals.map(({ goal, customers, effort: part }) => ({
        reference: spell(goal),
        customers,
        ...figures(part),
      })),
    },
    plan: planOf(report),
    drift: report.drift ? driftFacts(report.drift, spell, figures, dayAt) : null,
    pathCoverage: context.coverage
      ? { ...context.coverage, share: rounded(shareOf(context.coverage.covered, context.coverage.files)) }
      : null,
    sources: context.catalog.trackers.map(({ name, goals, folder, asOf, fault }) => ({
      name: oneLine(name),
      goals: goals.length,
      // A file in the folder is read when the report is made.
      asOf: folder !== undefined || asOf === undefined ? null : new Date(asOf).toISOString(),
      fault: fault?.message ?? null,
    })),
    notes: reportNotes(report, context),
    commands: reportCommands(report, context),
  };
}

function goalFacts(
  { subject, rank, effort, changes, range }: EffortRow,
  { crowd, lastLanded }: AlignmentReport,
  { plan, spell }: RecordContext,
  figures: Figures,
  dayAt: (moment: number) => string,
): GoalFacts[] {
  if (subject.kind !== 'goal') return [];
  const { goal } = subject;
  const landed = lastLanded.get(goal);
  const target = [...plan].find(([name]) => normalizeKey(name) === normalizeKey(goal.key))?.[1];
  return [
    {
      reference: spell(goal),
      title: oneLine(goal.title),
      level: goal.level,
      rank,
      ...figures(effort),
      range: [shareFigure(range.low, crowd), shareFigure(range.high, crowd)],
      changes: rounded(changes / dayUnits),
      lastLanded: landed === undefined ? null : dayAt(landed),
      ...(goal.status && { status: oneLine(goal.status.name), isClosed: isClosed(goal) }),
      ...(target !== undefined && { target }),
    },
  ];
}

function withoutGoal(report: AlignmentReport, figures: Figures): Pick<ReportRecord, 'unknown' | 'noGoal'> {
  const facts = (kind: 'unknown' | 'none'): Pick<GoalFacts, 'personDays' | 'share' | 'range' | 'changes'> => {
    const row = report.rows.find(({ subject }) => subject.kind === kind);
    const { low = 0, high = 0 } = row?.range ?? {};
    return {
      ...figures(row?.effort ?? 0),
      range: [shareFigure(low, report.crowd), shareFigure(high, report.crowd)],
      changes: rounded((row?.changes ?? 0) / dayUnits),
    };
  };
  return {
    unknown: {
      ...facts('unknown'),
      keys: report.unknownKeys.map(({ key, effort }) => ({ key, ...figures(effort) })),
    },
    noGoal: {
      ...facts('none'),
      folders: report.places.map(({ repository, folder, effort }) => ({
        repository: oneLine(repository),
        folder: folder === undefined ? null : oneLine(folder),
        ...figures(effort),
      })),
      declared: report.declared.map(({ sha, subject, reason }) => ({
        commit: sha,
        subject: oneLine(subject),
        reason: oneLine(reason),
      })),
    },
  };
}

/** A week with few people could also be found by subtracting the others, so then no week states its person-days. */
function weeksOf({ weeks, crowd, timeToLand, rework }: AlignmentReport): ReportRecord['weeks'] {
  const isSmall = crowd.isSmall || crowd.hasSmallWeek;
  return weeks.map(({ week, effort, byRank, initiatives }, at) => ({
    week: week.name,
    from: week.from,
    to: week.to,
    personDays: personDays(effort, { isSmall }),
    priorities: rankGroups.map((group) => ({
      priority: priorityName(group),
      share: shareFigure(shareOf(byRank[group], effort), { isSmall }),
    })),
    initiatives,
    timeToLand: landTimes(timeToLand.byWeek[at] ?? { count: 0, median: undefined, p85: undefined }),
    rework: rework ? reworkShare(rework.byWeek[at]) : null,
  }));
}

function planOf({ variance, crowd }: AlignmentReport): ReportRecord['plan'] {
  if (!variance) return null;
  return {
    variance: shareFigure(variance.variance, crowd),
    parts: variance.parts.map(({ name, target, actual }) => ({
      name: name ?? null,
      target: rounded(target),
      actual: shareFigure(actual, crowd),
    })),
  };
}

function chainFacts(
  { goal, rank, isLower, isStale, isCycle, waitsFor }: ChainLink,
  spell: RecordContext['spell'],
): ChainFacts {
  const flags = { isLower, isStale, isCycle };
  return {
    reference: spell(goal),
    title: oneLine(goal.title),
    rank,
    ...flags,
    waitsFor: waitsFor.map((each) => chainFacts(each, spell)),
  };
}

function landTimes({ count, median, p85 }: LandTimes): ReportRecord['weeks'][number]['timeToLand'] {
  const days = (value: number | undefined): number | null => (value === undefined ? null : rounded(value, 2));
  return { landings: count, medianDays: days(median), p85Days: days(p85) };
}

function priorityName(group: RankGroup): PriorityName {
  return group === 'notSet' || group === 'unknown' || group === 'none' ? group : `P${group}`;
}
