import type { TrackerState } from '../../core/tracker/trackerState';
import type { GoalsFileResult } from './goalsFileParser';

/** The goals file of one folder, as a tracker. */
export function goalsFileTracker(folder: string): Pick<TrackerState, 'id' | 'name' | 'folder'> {
  return { id: `file:${folder}`, name: 'goals.yaml', folder };
}

/**
 * What is known of a goals file once it was read: a file without one usable goal and with an
 * error counts as failed.
 */
export function goalsFileState(
  tracker: Pick<TrackerState, 'id' | 'name' | 'folder'>,
  { goals, problems, badEntries, numbers }: GoalsFileResult,
  readAt: number,
): TrackerState {
  const first = problems.find(({ severity }) => severity === 'error');
  if (goals.length > 0 || !first) {
    const said = numbers !== undefined && { numbers };
    return { ...tracker, ...said, phase: 'ready', goals, badEntries, asOf: readAt };
  }
  return failedGoalsFile(tracker, first.message, badEntries);
}

/** What is known of a goals file that cannot be used. */
export function failedGoalsFile(
  tracker: Pick<TrackerState, 'id' | 'name' | 'folder'>,
  message: string,
  badEntries = 0,
): TrackerState {
  return { ...tracker, phase: 'failed', goals: [], fault: { kind: 'invalid', message }, badEntries };
}

/** A file that cannot be used leaves the goals that were read from it before. */
export function keepingGoals(state: TrackerState, before: TrackerState | undefined): TrackerState {
  if (!state.fault || !before) return state;
  return { ...state, goals: before.goals, ...(before.asOf !== undefined && { asOf: before.asOf }) };
}
