import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import { dateText, percentText } from './figures';
import type { ReportRecord } from './reportSchema';

const maxNamed = 3;

/** The three sentences that open a report; just one if nothing landed. */
export function reportSentences(record: ReportRecord, language: string): string[] {
  const { totals, period } = record;
  if (totals.commits === 0) {
    return [
      l10n.t(
        'No commit landed between {0} and {1}.',
        dateText(period.from, language),
        dateText(period.to, language),
      ),
    ];
  }
  return [urgentSentence(record, language), unlinkedSentence(record, language), staleSentence(record)];
}

function urgentSentence({ totals, goals }: ReportRecord, language: string): string {
  const share = percentText(totals.urgent, language);
  const [most] = goals.filter(({ rank }) => rank === 1 || rank === 2).sort((a, b) => b.share - a.share);
  return most && most.share > 0
    ? l10n.t(
        '{0} of the effort went to P1 and P2 goals; {1} got the most, {2}.',
        share,
        most.reference,
        percentText(most.share, language),
      )
    : l10n.t('{0} of the effort went to P1 and P2 goals.', share);
}

function unlinkedSentence({ totals }: ReportRecord, language: string): string {
  return l10n.t(
    '{0} served no goal; {1} if only commits that name their goal count.',
    percentText(totals.unlinkedInferred, language),
    percentText(totals.unlinkedStrict, language),
  );
}

function staleSentence({ findings, staleDays, totals }: ReportRecord): string {
  const stale = findings
    .filter(({ rule }) => rule === 'stale-urgent-goal')
    .map(({ reference }) => reference ?? '');
  if (totals.urgentGoals === 0) return l10n.t('No goal of priority P1 or P2 is planned or in progress.');
  if (stale.length === 0)
    return l10n.t('Every urgent goal has had a commit in the last {0} days.', staleDays);
  const shown = stale.slice(0, maxNamed).join(', ');
  const more = stale.length - maxNamed;
  const names = more > 0 ? l10n.t('{0} and {1} more', shown, more) : shown;
  return counted(stale.length, {
    one: l10n.t('{0} urgent goal has had no commit for over {1} days: {2}.', stale.length, staleDays, names),
    other: l10n.t(
      '{0} urgent goals have had no commit for over {1} days: {2}.',
      stale.length,
      staleDays,
      names,
    ),
  });
}

/** What a report covers, and for which period. */
export function reportScope(record: ReportRecord, language: string): string {
  const { period } = record;
  return [
    scopeName(record),
    `${dateText(period.from, language)} – ${dateText(period.to, language)}`,
    counted(period.weeks, {
      one: l10n.t('{0} week, {1}', period.weeks, period.timeZone),
      other: l10n.t('{0} weeks, {1}', period.weeks, period.timeZone),
    }),
  ].join(' · ');
}

/** What a report covers: a repository with its branch and any requested path, or how many repositories. */
export function scopeName({ repositories, path }: ReportRecord): string {
  const [first] = repositories;
  const name =
    repositories.length > 1
      ? l10n.t('{0} repositories', repositories.length)
      : `${first?.name ?? ''}, ${first?.branch ?? ''}`;
  return path === null ? name : `${name}: ${path}`;
}
