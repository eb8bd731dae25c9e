import type { LogOutputChannel, Memento } from 'vscode';
import type { Tokens } from './sources/trackers/tokens';
import type { TrackerConnections } from '../workspace/trackers/trackerConnections';
import type { Emitter } from '../core/event';
import type { GoalStore } from '../core/catalog/goalStore';
import type { BranchGoals } from './context/branchGoals';
import type { References } from './context/references';
import type { GoalContext } from './context/goalContext';
import type { OwnScopes } from './context/ownScopes';
import type { BranchChoicesStore } from './sources/git/branchChoicesStore';
import type { CommitBoxes } from './surfaces/commitBox/commitBoxes';
import type { Git } from '../git/run/git';
import type { HistoryIndexes } from './sources/git/historyIndexes';
import type { HookOffer } from './sources/git/hookOffer';
import type { HookStateSync } from './sources/git/hookStateSync';
import type { Repositories } from './sources/git/repositories';
import type { GoalsFiles } from './sources/files/goalsFiles';
import type { PathMaps } from './sources/files/pathMaps';
import type { Roots } from './sources/files/roots';
import type { Settings } from './settings';
import type { TextOptions } from '../presentation/textOptions';
import type { ConnectTracker } from '../trackers/port/connectedTracker';

/** Every part of the running extension; consumers select what they need with `Pick`. */
export interface Services {
  readonly store: GoalStore;
  readonly connections: TrackerConnections;
  readonly connectTracker: ConnectTracker;
  readonly tokens: Tokens;
  readonly context: GoalContext;
  readonly repositories: Repositories;
  readonly branchGoals: BranchGoals;
  readonly references: References;
  readonly choices: BranchChoicesStore;
  readonly commitBoxes: CommitBoxes;
  readonly git: Git;
  readonly histories: HistoryIndexes;
  readonly hookState: HookStateSync;
  readonly hookOffer: HookOffer;
  /** Fires when goal notes were written: HEAD does not move, so nothing else signals it. */
  readonly notesWritten: Emitter<void>;
  readonly roots: Roots;
  readonly goalsFiles: GoalsFiles;
  readonly pathMaps: PathMaps;
  /** Whose goals can be told apart. */
  readonly scopes: OwnScopes;
  readonly settings: Settings;
  readonly textOptions: () => TextOptions;
  /** What a person chose or left unfinished, across windows. */
  readonly memento: Memento;
  readonly log: LogOutputChannel;
}
