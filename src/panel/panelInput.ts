import type { GoalCatalog } from '../core/catalog/goalCatalog';
import type { Goal } from '../core/goal/goal';
import type { BranchChoices } from '../core/links/branchLinks';
import type { ServedGoals } from '../core/links/servedGoals';
import type { HistoryText } from '../presentation/historyText';
import type { Line } from './contract/controls';
import type { PanelFile } from './fileBar';

/** What the panel's state is made from. */
export interface PanelInput {
  /** False until git and the goals have been read once. */
  readonly isReady: boolean;
  /** Whether a folder is open. */
  readonly hasFolder: boolean;
  readonly isTrusted: boolean;
  readonly catalog: GoalCatalog;
  readonly branch?: PanelBranch;
  /** The history of a goal, if it has been read. */
  readonly historyOf?: (goal: Goal) => HistoryText | undefined;
  readonly file?: PanelFile;
  /** The goal that the person is reading instead of the branch's. */
  readonly reading?: {
    readonly goal: Goal;
    /** The key of the goal to go back to; absent for the branch's own. */
    readonly backTo?: string;
  };
}

/** The branch that is checked out, and what it serves. */
interface PanelBranch {
  /** Undefined on a detached HEAD. */
  readonly name: string | undefined;
  readonly head: string | undefined;
  /** Given if more than one repository is open. */
  readonly repositoryName?: string;
  readonly choices: Pick<BranchChoices, 'rejected'>;
  readonly served: ServedGoals;
  /** What there is to report about the branch itself. */
  readonly lines?: readonly Line[];
}
