import { normalizeKey } from '../../core/goal/goalKey';
import type { TrackerState } from '../../core/tracker/trackerState';
import type { GoalsFileResult } from './goalsFileParser';

/** The goals file of one folder, as a tracker. */
export function goalsFileTracker(folder: string): Pick<TrackerState, 'id' | 'name' | 'folder'> {
  return { id: `file:${folder}`, name: 'goals.yaml', folder };
}

/** The state of a goals file that was read; a file with an error and without any usable goal counts as failed. */
export function goalsFileState(
  tracker: Pick<TrackerState, 'id' | 'name' | 'folder'>,
  { goals, problems, badEntries, brokenKeys, numbers }: GoalsFileResult,
  readAt: number,
): TrackerState {
  const first = problems.find(({ severity }) => severity === 'error');
  if (goals.length > 0 || !first) {
    const said = { ...(brokenKeys && { brokenKeys }), ...(numbers !== undefined && { numbers }) };
    return { ...tracker, ...said, phase: 'ready', goals, badEntries, asOf: readAt };
  }
  return { ...failedGoalsFile(tracker, first.message, badEntries), ...(brokenKeys && { brokenKeys }) };
}

/** The state of a goals file that cannot be used. */
export function failedGoalsFile(
  tracker: Pick<TrackerState, 'id' | 'name' | 'folder'>,
  message: string,
  badEntries = 0,
): TrackerState {
  return { ...tracker, phase: 'failed', goals: [], fault: { kind: 'invalid', message }, badEntries };
}

/** Keeps the goals read before if a file cannot be used now, and a single one if its entry has an error now. */
export function keepingGoals(state: TrackerState, before: TrackerState | undefined): TrackerState {
  if (!before) return state;
  if (state.fault)
    return { ...state, goals: before.goals, ...(before.asOf !== undefined && { asOf: before.asOf }) };
  const broken = new Set(state.brokenKeys?.map(normalizeKey));
  for (const { key } of state.goals) broken.delete(normalizeKey(key));
  const kept = before.goals.filter(({ key }) => broken.has(normalizeKey(key)));
  return kept.length === 0 ? state : { ...state, goals: [...state.goals, ...kept] };
}
