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

/** Removes one of a goal's parents; if that is the first, the next takes its place. */
export function withoutParent(draft: Draft, key: string): void {
  const { parentKey, otherParentKeys = [], ...orphan } = draft.goal;
  const [first, ...others] = [parentKey ?? [], otherParentKeys].flat().filter((each) => each !== key);
  draft.goal = {
    ...orphan,
    ...(first !== undefined && { parentKey: first }),
    ...(others.length > 0 && { otherParentKeys: others }),
  };
}
