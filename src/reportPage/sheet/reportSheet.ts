import * as l10n from '@vscode/l10n';
import { dateText, percentText } from '../../presentation/report/figures';
import { FigureWriter } from '../../presentation/report/figureWriter';
import type { ReportRecord } from '../../presentation/report/reportSchema';
import { reportScope, reportSentences } from '../../presentation/report/reportSentences';
import type { ReportPart, ReportSheet } from '../contract/reportSheet';
import { countedPart } from './countedPart';
import { aboveAll, decisions } from './decisions';
import { effortPart } from './effortPart';
import { landPart, reworkPart, weeksPart } from './timeParts';
import { chainsPart, customersPart, declaredPart, driftPart, evidencePart, placesPart } from './workParts';

/** How a report is shown. */
interface SheetOptions {
  readonly language: string;
  /** The first day of the whole report, an ISO date, if these are its early figures. */
  readonly earlyOf?: string;
}

/** A report as its page shows it. */
export function reportSheet(record: ReportRecord, { language, earlyOf }: SheetOptions): ReportSheet {
  const write = new FigureWriter(language);
  const note =
    earlyOf !== undefined && earlyOf < record.period.from
      ? l10n.t('earlier weeks follow')
      : l10n.t('counted on {0}', dateText(record.counted, language));
  return {
    title: l10n.t('Alignment report'),
    scope: `${reportScope(record, language)} · ${note}`,
    sentences: sentences(record, language),
    warnings: warnings(record),
    decisions: decisions(record),
    parts: record.totals.commits === 0 ? [[countedPart(record, write)]] : parts(record, write),
    isPreliminary: earlyOf !== undefined,
  };
}

function parts(record: ReportRecord, write: FigureWriter): ReportPart[][] {
  const { drift, rework, noGoal, chains, customers } = record;
  const small: ReportPart[] = [
    landPart(record, write),
    ...(rework ? [reworkPart(rework, record, write)] : []),
    ...(chains.length > 0 ? [chainsPart(record, write)] : []),
    ...(noGoal.folders.length > 0 ? [placesPart(record, write)] : []),
    ...(noGoal.declared.length > 0 ? [declaredPart(record, write)] : []),
    ...(customers.goals.length > 0 ? [customersPart(record, write)] : []),
    countedPart(record, write),
  ];
  return [
    [effortPart(record, write)],
    [weeksPart(record, write), evidencePart(record, write)],
    ...(drift && drift.changes.length > 0 ? [[driftPart(drift, write)]] : []),
    ...pairs(small),
  ];
}

function pairs(parts: readonly ReportPart[]): ReportPart[][] {
  return parts.flatMap((_, at) => (at % 2 === 0 ? [parts.slice(at, at + 2)] : []));
}

/** The figure that a sentence begins with is set apart in front of it, if the language puts it first. */
function sentences(record: ReportRecord, language: string): ReportSheet['sentences'] {
  const { urgent, unlinkedInferred } = record.totals;
  const stale = record.findings.filter(({ rule }) => rule === 'stale-urgent-goal').length;
  const figures = [percentText(urgent, language), percentText(unlinkedInferred, language), String(stale)];
  return reportSentences(record, language).map((sentence, at) => {
    const figure = figures[at] ?? '';
    if (record.totals.commits === 0 || !sentence.startsWith(`${figure} `)) return { text: sentence };
    return { figure, text: sentence.slice(figure.length + 1) };
  });
}

function warnings({ findings, sources }: ReportRecord): string[] {
  return [
    ...findings.filter(({ rule }) => rule === aboveAll).map(({ text }) => text),
    ...sources.flatMap(({ fault }) => fault ?? []),
  ];
}
