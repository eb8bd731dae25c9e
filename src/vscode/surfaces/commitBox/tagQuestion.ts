import type { LogOutputChannel } from 'vscode';
import type { BranchContext } from '../../context/branchGoals';

/**
 * Asks whether to tag commits: once for each branch and goal in the window's lifetime, and never while another question
 * stands, which may be an answer to this one as well.
 */
export class TagQuestion {
  private readonly answers = new Map<string, 'asked' | 'yes'>();
  private isStanding = false;

  /**
   * @param put shows the question and gives back whether this branch's commits are to be tagged
   * @param onAnswer called when a question stands no longer, whatever was answered
   */
  constructor(
    private readonly put: (branch: BranchContext) => Promise<boolean>,
    private readonly log: Pick<LogOutputChannel, 'error'>,
    private readonly onAnswer: () => void,
  ) {}

  isAnsweredYes(branch: BranchContext): boolean {
    return this.answers.get(idOf(branch)) === 'yes';
  }

  /** Asks unless it did before, or a question stands; does not wait for the answer. */
  ask(branch: BranchContext): void {
    const id = idOf(branch);
    if (this.isStanding || this.answers.has(id) || branch.served.goals.length === 0) return;
    this.answers.set(id, 'asked');
    this.isStanding = true;
    void this.answer(id, branch);
  }

  private async answer(id: string, branch: BranchContext): Promise<void> {
    try {
      if (await this.put(branch)) this.answers.set(id, 'yes');
    } catch (error) {
      this.log.error('The answer cannot be kept.', error);
    }
    this.isStanding = false;
    this.onAnswer();
  }
}

function idOf({ repository, name, served }: BranchContext): string {
  return [repository.rootUri.toString(), name, ...served.goals.map(({ goal }) => goal.key)].join('\n');
}
