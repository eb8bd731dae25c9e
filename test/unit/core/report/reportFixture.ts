import type { Goal } from '../../../../src/core/goal/goal';
import {
  alignmentReport,
  type AlignmentReport,
  type ReportInput,
} from '../../../../src/core/report/alignmentReport';
import { attribute } from '../../../../src/core/report/attribution';
import type { RepositoryWork } from '../../../../src/core/report/repositoryWork';
import { ReportTargets } from '../../../../src/core/report/reportTarget';
import { catalogOf } from '../../../support/builders';
import { landingsOf, type LandedCommit } from './landingsFixture';

/** The report of one repository in four weeks, with these goals in one tracker. */
export function report(
  goals: readonly Goal[],
  commits: readonly LandedCommit[],
  overrides: Partial<ReportInput> & Partial<RepositoryWork> = {},
): AlignmentReport {
  const catalog = catalogOf(...goals);
  const landings = landingsOf(commits);
  const targets = new ReportTargets(catalog);
  const { pathsOf = new Map(), pathMap, lines, ...rest } = overrides;
  const claims = attribute(landings, targets);
  const work = { name: 'shop', landings, claims, pathsOf, pathMap, targets, lines };
  return alignmentReport({
    repositories: [work],
    catalog,
    folder: undefined,
    period: landings.period,
    level: 'initiative',
    asOf: Date.parse('2026-11-23T12:00:00Z') / 1000,
    staleDays: 14,
    plan: new Map(),
    ...rest,
  });
}
