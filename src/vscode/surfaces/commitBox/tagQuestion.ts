import type { LogOutputChannel } from 'vscode';
import { initiativesOf } from '../../../core/links/servedGoals';
import type { BranchContext } from '../../context/branchGoals';

/**
 * Asks whether to tag commits: once for each branch and goal in the window's lifetime, and only one question at a time,
 * as its answer may settle the next one too.
 */
export class TagQuestion {
  private readonly answers = new Map<string, 'asked' | 'yes'>();
  private isOpen = false;

  /**
   * @param put shows the question; resolves to whether to tag the branch's commits
   * @param onAnswer called when a question is closed, whatever the answer
   */
  constructor(
    private readonly put: (branch: BranchContext) => Promise<boolean>,
    private readonly log: Pick<LogOutputChannel, 'error'>,
    private readonly onAnswer: () => void,
  ) {}

  isAnsweredYes(branch: BranchContext): boolean {
    return this.answers.get(idOf(branch)) === 'yes';
  }

  /** Asks unless it has asked before or a question is open; does not wait for the answer. */
  ask(branch: BranchContext): void {
    const id = idOf(branch);
    if (this.isOpen || this.answers.has(id) || branch.served.goals.length === 0) return;
    this.answers.set(id, 'asked');
    this.isOpen = true;
    this.answer(id, branch).catch((error: unknown) => this.log.error('An answer had no effect.', error));
  }

  private async answer(id: string, branch: BranchContext): Promise<void> {
    const isYes = await this.put(branch).catch((error: unknown) => {
      this.log.error('The question could not be asked.', error);
      return false;
    });
    if (isYes) this.answers.set(id, 'yes');
    this.isOpen = false;
    this.onAnswer();
  }
}

function idOf({ repository, name, served }: BranchContext): string {
  return [repository.rootUri.toString(), name, ...initiativesOf(served.goals).map(({ key }) => key)].join(
    '\n',
  );
}
