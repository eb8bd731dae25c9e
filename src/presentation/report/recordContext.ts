import type { GoalCatalog } from '../../core/catalog/goalCatalog';
import type { Goal } from '../../core/goal/goal';
import type { Targets } from '../../core/report/planVariance';

/** What a report's record states besides its measurements. */
export interface RecordContext {
  readonly repositories: readonly {
    readonly name: string;
    readonly branch: string;
    /** The commit that the branch points to. */
    readonly tip: string;
  }[];
  /** Only commits that touch this file or folder count. */
  readonly path: string | undefined;
  readonly trailer: string;
  /** How a goal is written here. */
  readonly spell: (goal: Goal) => string;
  readonly catalog: GoalCatalog;
  /** The shares of effort that the team wants. */
  readonly plan: Targets;
  readonly coverage: { readonly files: number; readonly covered: number } | undefined;
  /** Epoch seconds from which days without a landing are counted back. */
  readonly asOf: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly language: string;
}
