import { ConfigurationTarget, l10n, window, workspace, type LogOutputChannel } from 'vscode';
import { goalName } from '../../../presentation/goalText';
import type { BranchContext } from '../../context/branchGoals';

/** Asks whether to tag commits, once for each branch and goal in the window's lifetime. */
export class TagQuestion {
  private readonly answers = new Map<string, 'asked' | 'yes'>();

  constructor(
    private readonly log: LogOutputChannel,
    private readonly onYes: () => void,
  ) {}

  isAnsweredYes(branch: BranchContext): boolean {
    return this.answers.get(idOf(branch)) === 'yes';
  }

  /** Asks unless it did before; does not wait for the answer. */
  ask(branch: BranchContext): void {
    const id = idOf(branch);
    const [first] = branch.served.goals;
    if (this.answers.has(id) || !first) return;
    this.answers.set(id, 'asked');
    const text = l10n.t('Tag commits on {0} with {1}?', branch.name ?? '', goalName(first.goal));
    this.answer(id, text).catch((error: unknown) => this.log.error('The answer cannot be kept.', error));
  }

  private async answer(id: string, text: string): Promise<void> {
    const tag = l10n.t('Tag');
    const always = l10n.t('Always');
    const never = l10n.t('Never');
    const answer = await window.showInformationMessage(text, tag, always, never);
    if (answer === tag || answer === always) {
      this.answers.set(id, 'yes');
      this.onYes();
    }
    if (answer === always || answer === never) {
      await workspace
        .getConfiguration('goalLens')
        .update('commit.autoFill', answer === always ? 'withSubject' : 'off', ConfigurationTarget.Global);
    }
  }
}

function idOf({ repository, name, served }: BranchContext): string {
  return [repository.rootUri.toString(), name, ...served.goals.map(({ goal }) => goal.key)].join('\n');
}
