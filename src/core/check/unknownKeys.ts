import * as l10n from '@vscode/l10n';
import type { Goal } from '../goal/goal';
import { normalizeKey } from '../goal/goalKey';
import { trackerWithBrokenEntry } from '../tracker/brokenEntry';
import type { TrackerState } from '../tracker/trackerState';
import { unlistedProblems } from '../unlistedProblems';
import type { PathKey, PathProblem } from '../paths/pathRules';

/** How many keys are reported: nobody reads more of one file, and the editor keeps each one. */
const maxListed = 500;

/** Where a key is looked up, such as a catalog. */
interface KnownGoals {
  readonly trackers: readonly Pick<TrackerState, 'phase' | 'brokenKeys'>[];
  find(key: string, folder?: string): Goal | undefined;
}

/** The keys of a folder's path map that no tracker has, as problems; none until all trackers are read. */
export function unknownKeys(keys: readonly PathKey[], goals: KnownGoals, folder: string): PathProblem[] {
  if (!goals.trackers.every(({ phase }) => phase === 'ready')) return [];
  const isUnknown = new Map<string, boolean>();
  const unknown = keys.filter(({ key }) => {
    const id = normalizeKey(key);
    const known = isUnknown.get(id);
    if (known !== undefined) return known;
    const found = !isAnywhere(key, goals, folder);
    isUnknown.set(id, found);
    return found;
  });
  const problems = unknown.slice(0, maxListed).map(({ key, line, startColumn, endColumn }): PathProblem => ({
    severity: 'warning',
    line,
    startColumn,
    endColumn,
    message: l10n.t('No tracker has {0}. Correct the key, or add the goal.', key),
  }));
  if (unknown.length > maxListed) {
    const message = unlistedProblems(unknown.length - maxListed);
    problems.push({ severity: 'warning', message, line: 0, startColumn: 0, endColumn: 0 });
  }
  return problems;
}

/** Whether a goal is known, or would be if its entry had no error. */
function isAnywhere(key: string, goals: KnownGoals, folder: string): boolean {
  return (goals.find(key, folder) ?? trackerWithBrokenEntry(goals.trackers, key)) !== undefined;
}
