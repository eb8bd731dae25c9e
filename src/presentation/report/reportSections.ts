import { driftSection } from './driftSection';
import { effortSection, evidenceSection, planSection, weeksSection } from './effortSections';
import { FigureWriter } from './figureWriter';
import type { ReportRecord } from './reportSchema';
import type { ReportSection } from './reportSection';
import { reworkSection } from './reworkSection';
import {
  chainsSection,
  customersSection,
  declaredSection,
  foldersSection,
  landSection,
} from './workSections';

/** The questions of a report in order, each with its answer and table; those without an answer are left out. */
export function reportSections(record: ReportRecord, language: string): ReportSection[] {
  if (record.totals.commits === 0) return [];
  const write = new FigureWriter(language);
  const { plan, drift, rework, noGoal, chains, customers } = record;
  return [
    effortSection(record, write),
    ...(plan ? [planSection(plan, write)] : []),
    ...(drift && drift.changes.length > 0 ? [driftSection(drift, write)] : []),
    weeksSection(record, write),
    evidenceSection(record, write),
    landSection(record, write),
    ...(rework ? [reworkSection(rework, record, write)] : []),
    ...(noGoal.share > 0 ? [foldersSection(record, write)] : []),
    ...(noGoal.declared.length > 0 ? [declaredSection(record, write)] : []),
    ...(chains.length > 0 ? [chainsSection(record, write)] : []),
    ...(customers.goals.length > 0 ? [customersSection(record, write)] : []),
  ];
}
