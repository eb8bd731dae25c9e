import * as l10n from '@vscode/l10n';
import { normalizeKey } from '../../core/goal/goalKey';
import { withoutParent, type Draft } from './draft';

interface Step {
  readonly draft: Draft;
  /** The keys of parents that are still to be followed. */
  readonly keys: string[];
}

/**
 * Removes every parent that would put a goal of several parents above itself, and reports it where it is written.
 * Cycles of first parents are already open.
 */
export function openOtherParentCycles(
  byKey: ReadonlyMap<string, Draft>,
  report: (draft: Draft, message: string) => void,
): void {
  const done = new Set<Draft>();
  const above = new Set<Draft>();
  for (const start of byKey.values()) {
    const way: Step[] = done.has(start) ? [] : [stepOf(start, above)];
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const key = at.keys.pop();
      if (key === undefined) {
        way.pop();
        above.delete(at.draft);
        done.add(at.draft);
        continue;
      }
      const parent = byKey.get(normalizeKey(key));
      if (!parent || done.has(parent)) continue;
      if (!above.has(parent)) way.push(stepOf(parent, above));
      else {
        withoutParent(at.draft, key);
        report(at.draft, circleText(at.draft, key));
      }
    }
  }
}

function stepOf(draft: Draft, above: Set<Draft>): Step {
  above.add(draft);
  const { parentKey, otherParentKeys = [] } = draft.goal;
  return { draft, keys: [parentKey ?? [], otherParentKeys].flat() };
}

function circleText({ goal }: Draft, key: string): string {
  return goal.key === key
    ? l10n.t('{0} cannot be its own parent: that parent is left out.', key)
    : l10n.t(
        '{0} is above itself through {1}: that parent is left out until you change one of them.',
        goal.key,
        key,
      );
}
