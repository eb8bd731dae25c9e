import * as l10n from '@vscode/l10n';
import { fenced, longestNonce, nonceFor } from '../core/brief/fence';
import { tokensAtMost } from '../core/brief/tokenBound';
import { untrusted } from '../core/brief/untrusted';
import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { dayOf, wholeWeeks, type ReportPeriod } from '../core/report/reportPeriod';
import { dataNote } from '../presentation/brief/goalBrief';
import { percentText } from '../presentation/report/figures';
import type { ReportRecord } from '../presentation/report/reportSchema';
import { reportScope, reportSentences } from '../presentation/report/reportSentences';
import type { TextOptions } from '../presentation/textOptions';
import { recordOf } from '../reporting/recordOf';
import { placeStamp } from '../workspace/report/placeStamp';
import { readReport } from '../workspace/report/readReport';
import type { Workspace } from '../workspace/workspace';
import { newNonce, type AgentAnswer } from './agentAnswer';
import { alignmentWeeks } from './answerLimits';

/** Whether what landed follows the priorities: totals for the team, nothing about individuals. */
export interface AlignmentRecord {
  readonly from: string;
  readonly to: string;
  readonly commits: number;
  /** The share of the effort, from 0 to 1. */
  readonly urgent: number;
  readonly unlinked: number;
  readonly goals: readonly { readonly key: string; readonly rank: number; readonly share: number }[];
  readonly findings: readonly string[];
}

/** The most tokens (o200k) that the answer may take. */
const alignmentTokens = 600;

const most = { goals: 8, findings: 6 } as const;

/** The last measurement, and everything it was made from. */
interface Measured {
  readonly catalog: GoalCatalog;
  readonly stamp: string;
  readonly report: ReportRecord;
}

/** Answers whether what landed follows the priorities, and measures again only if something has changed. */
export class AlignmentAnswers {
  private last: Measured | undefined;

  /**
   * Whether what landed in the last weeks follows the priorities.
   * @throws {LandingError} {GitError} and the signal's reason
   */
  async answer(
    workspace: Workspace,
    { weeks = alignmentWeeks.usual }: { readonly weeks?: number | undefined },
    { now, language }: TextOptions,
    signal?: AbortSignal,
  ): Promise<AgentAnswer<AlignmentRecord>> {
    const team = await workspace.reportFile();
    const { branch, bots = [], staleDays = 14, timeZone = 'UTC' } = 'message' in team ? {} : team;
    const count = Math.min(Math.max(Math.trunc(weeks), 1), alignmentWeeks.limit);
    const period = wholeWeeks(now, count, timeZone);
    const { checkout } = workspace;
    if (!checkout) return nothingToMeasure(period);
    const plan = new Map<string, number>();
    const request = { branch, period, level: 'initiative', staleDays, bots, plan, now } as const;
    const place = workspace.reportPlace;
    const { catalog } = place;
    // The stamp predates reading the commits, so what lands meanwhile is measured next time.
    const stamp = JSON.stringify([
      await placeStamp(place, checkout, branch, signal),
      ...[period.from, period.to, dayOf(now, timeZone), timeZone, staleDays, bots, language],
    ]);
    if (this.last?.catalog !== catalog || this.last.stamp !== stamp) {
      const read = await readReport([place], request, signal);
      this.last = { catalog, stamp, report: recordOf(read, [place], request, language) };
    }
    return answerOf(this.last.report, language);
  }
}

function nothingToMeasure({ from, to }: ReportPeriod): AgentAnswer<AlignmentRecord> {
  const record = { from, to, commits: 0, urgent: 0, unlinked: 0, goals: [], findings: [] };
  return { text: l10n.t('There is no git repository here: nothing can be measured.'), record };
}

function answerOf(report: ReportRecord, language: string): AgentAnswer<AlignmentRecord> {
  const { totals, period, goals, findings } = report;
  const record: AlignmentRecord = {
    from: period.from,
    to: period.to,
    commits: totals.commits,
    urgent: totals.urgent,
    unlinked: totals.unlinkedInferred,
    goals: [...goals]
      .sort((a, b) => b.share - a.share)
      .slice(0, most.goals)
      .map(({ reference, rank, share }) => ({ key: untrusted(reference, 80), rank, share })),
    findings: findings
      .slice(0, most.findings)
      .map(({ reference, text }) => untrusted([reference, text].filter(Boolean).join(': '), 200)),
  };
  const shares = record.goals.map(
    ({ key, rank, share }) => `${key} ${rank === 0 ? '–' : `P${rank}`} ${percentText(share, language)}`,
  );
  const lines = [
    l10n.t('Measured: {0}', untrusted(reportScope(report, language), 200)),
    ...reportSentences(report, language).map((text) => untrusted(text, 300)),
    ...(shares.length > 0 ? [l10n.t('Effort: {0}', shares.join('; '))] : []),
    ...record.findings.map((text) => l10n.t('Finding: {0}', text)),
  ];
  while (lines.length > 1 && tokensAtMost(fenced(lines, dataNote(), longestNonce)) > alignmentTokens)
    lines.pop();
  return { text: fenced(lines, dataNote(), nonceFor(lines.join('\n'), newNonce)), record };
}
