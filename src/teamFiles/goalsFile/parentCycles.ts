import * as l10n from '@vscode/l10n';
import { normalizeKey } from '../../core/goal/goalKey';
import { withoutParent, type Draft } from './draft';

/** Longer cycles are named by their first members: naming all of them at each member would grow quadratically. */
const maxNamed = 6;

/** Removes the parent that closes a cycle, seen from its first goal in the file, and reports it at every member. */
export function openParentCycles(
  byKey: ReadonlyMap<string, Draft>,
  report: (draft: Draft, message: string) => void,
): void {
  const done = new Set<Draft>();
  for (const start of byKey.values()) {
    const walk = new Map<Draft, number>();
    let at: Draft | undefined = start;
    while (at && !done.has(at) && !walk.has(at)) {
      walk.set(at, walk.size);
      at = parentOf(at, byKey);
    }
    const from = at && walk.get(at);
    if (from !== undefined) open([...walk.keys()].slice(from), report);
    for (const draft of walk.keys()) done.add(draft);
  }
}

function open(walked: readonly Draft[], report: (draft: Draft, message: string) => void): void {
  const first = walked.reduce((best, draft) => (draft.start < best.start ? draft : best));
  const turn = walked.indexOf(first);
  const members = [...walked.slice(turn), ...walked.slice(0, turn)];
  const last = members.at(-1) ?? first;
  const named = members.slice(0, maxNamed).map(({ goal }) => goal.key);
  if (members.length > maxNamed) named.push(l10n.t('… ({0} goals)', members.length));
  const cycle = [...named, first.goal.key].join(' → ');
  const message =
    members.length === 1
      ? l10n.t(
          '{0} is its own parent: name the goal above it, or remove the line. It is loaded without a parent.',
          first.goal.key,
        )
      : l10n.t(
          'The parents go round in a circle, {0}: change one of them. Until then {1} is loaded without a parent.',
          cycle,
          last.goal.key,
        );
  for (const draft of members) report(draft, message);
  if (last.goal.parentKey !== undefined) withoutParent(last, last.goal.parentKey);
}

function parentOf({ goal }: Draft, byKey: ReadonlyMap<string, Draft>): Draft | undefined {
  return goal.parentKey === undefined ? undefined : byKey.get(normalizeKey(goal.parentKey));
}
