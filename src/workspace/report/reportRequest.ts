import type { GoalCatalog } from '../../core/catalog/goalCatalog';
import type { RepositoryReferences } from '../../core/catalog/repositoryReferences';
import type { Level } from '../../core/goal/goal';
import type { ReferenceRules } from '../../core/links/referenceRules';
import type { PathMap } from '../../core/paths/pathMap';
import type { Targets } from '../../core/report/planVariance';
import type { ReportPeriod } from '../../core/report/reportPeriod';
import type { Git } from '../../git/run/git';

/** A repository that a report is about. */
export interface ReportPlace {
  readonly git: Git;
  /** The top of the work tree. */
  readonly root: string;
  /** The goals of all places of a report. */
  readonly catalog: GoalCatalog;
  /** The folder whose goals file wins if trackers share a key, as a URI. */
  readonly folder: string;
  /** What spellings mean here. */
  readonly references: RepositoryReferences;
  /** How commits name goals here. */
  readonly rules: ReferenceRules;
  readonly pathMap: PathMap | undefined;
}

/** What to report. */
export interface ReportRequest {
  /** The branch; if left out, the default branch of `origin`, else what is checked out. */
  readonly branch?: string | undefined;
  readonly period: ReportPeriod;
  readonly level: Level;
  readonly staleDays: number;
  /** Names and addresses of bots, besides those that contain `[bot]`. */
  readonly bots: readonly string[];
  /** Where the team wants its effort to go. */
  readonly plan: Targets;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Only commits that touch this file or folder count; relative to the root, with forward slashes. */
  readonly path?: string | undefined;
  /** Whether to read the lines that landed too, which takes git some milliseconds per landing. */
  readonly withLines?: boolean;
  /**
   * Called with how many commits are read, for how many of how many the files are, and for how many landings the lines.
   */
  readonly onProgress?: ((progress: ReportProgress) => void) | undefined;
}

/** How far reading a report has come. */
export type ReportProgress =
  | { readonly phase: 'commits'; readonly done: number }
  | { readonly phase: 'paths'; readonly done: number; readonly of: number }
  | { readonly phase: 'lines'; readonly done: number };
