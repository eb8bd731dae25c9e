import type { LogOutputChannel, Memento } from 'vscode';
import type { Tokens } from '../connections/tokens';
import type { TrackerConnections } from '../connections/trackerConnections';
import type { GoalStore } from '../core/goalStore';
import type { CommitBoxes } from '../editor/commitBox/commitBoxes';
import type { BranchGoals } from '../editor/branchGoals';
import type { GoalContext } from '../editor/goalContext';
import type { BranchChoicesStore } from '../git/branchChoicesStore';
import type { Git } from '../git/git';
import type { HistoryIndexes } from '../git/historyIndexes';
import type { HookStateSync } from '../git/hookStateSync';
import type { Repositories } from '../git/repositories';
import type { GoalsFiles } from '../goals/goalsFiles';
import type { PathMaps } from '../goals/pathMaps';
import type { Roots } from '../goals/roots';
import type { Settings } from '../platform/settings';
import type { TextOptions } from '../presentation/textOptions';

/** What the commands work with. */
export interface CommandServices {
  readonly store: GoalStore;
  readonly connections: TrackerConnections;
  readonly tokens: Tokens;
  readonly context: GoalContext;
  readonly repositories: Repositories;
  readonly branchGoals: BranchGoals;
  readonly choices: BranchChoicesStore;
  readonly commitBoxes: CommitBoxes;
  readonly git: Git;
  readonly histories: HistoryIndexes;
  readonly hookState: HookStateSync;
  readonly roots: Roots;
  readonly goalsFiles: GoalsFiles;
  readonly pathMaps: PathMaps;
  readonly settings: Settings;
  readonly textOptions: () => TextOptions;
  /** What a person left half-way, across windows. */
  readonly memento: Memento;
  readonly log: LogOutputChannel;
}
