import type { Goal } from '../goal/goal';
import type { TrackerState } from '../tracker/trackerState';
import type { CodeLinkIndex } from './codeLinkIndex';
import type { NumberIndex } from './numberIndex';

/** The goals that spellings can name, such as a catalog. */
export interface NamedGoals {
  readonly trackers: readonly TrackerState[];
  readonly numbers: NumberIndex;
  readonly code: CodeLinkIndex;
  projects(): ReadonlySet<string>;
  listedProjects(): ReadonlySet<string>;
  inventedProjects(): ReadonlySet<string>;
  find(key: string, folder?: string): Goal | undefined;
}
