import type { GoalCatalog } from '../catalog/goalCatalog';

/** The goals as a plan had them from a moment on. */
export interface PlanVersion {
  /** Epoch seconds. */
  readonly since: number;
  readonly catalog: GoalCatalog;
}
