import { changeRows, type Landings } from './landings';
import { shareOf } from './tally';

/** What messages say about changes that undo or fix others. */
export interface ChangeQuality {
  readonly changes: number;
  /** Changes that say `This reverts commit …`. */
  readonly reverts: number;
  /** Changes of type `fix`; undefined if too few follow Conventional Commits for the figure to mean anything. */
  readonly fixes: number | undefined;
}

/** The share of typed changes from which Conventional Commits types are meaningful. */
const conventionalShare = 0.6;

/**
 * Revert ratio: changes that revert a commit / changes. Fix ratio: changes of type `fix` / changes, only if at least 60
 * % have a type.
 */
export function changeQuality(all: readonly Landings[]): ChangeQuality {
  let [changes, reverts, typed, fixes] = [0, 0, 0, 0];
  for (const landings of all) {
    for (const row of changeRows(landings)) {
      const facts = landings.facts[row];
      changes += 1;
      if (facts && facts.reverts.length > 0) reverts += 1;
      if (facts?.type !== undefined) typed += 1;
      if (facts?.type === 'fix') fixes += 1;
    }
  }
  return { changes, reverts, fixes: shareOf(typed, changes) >= conventionalShare ? fixes : undefined };
}
