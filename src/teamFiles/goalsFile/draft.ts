import type { Goal } from '../../core/goal/goal';
import type { Path } from '../record/path';
import type { Span } from './locate';

/** A goal that was read but not yet checked against the others, and where it is written. */
export interface Draft {
  goal: Goal;
  /** UTF-16 offset in the file. */
  readonly start: number;
  /** Where a field of the goal is written in the file. */
  readonly spanOf: (path: Path) => Span;
}
