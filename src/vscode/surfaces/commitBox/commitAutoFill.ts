import { ConfigurationTarget, l10n, window, workspace, type Disposable, type LogOutputChannel } from 'vscode';
import type { CommitBox } from './commitBox';
import type { GitRepository } from '../../sources/git/gitExtension';
import type { Repositories } from '../../sources/git/repositories';
import { Disposables } from '../../../core/disposables';
import type { Settings } from '../../settings';
import { goalName } from '../../../presentation/goalText';
import type { BranchContext } from '../../context/branchGoals';

/**
 * When to look again, in milliseconds: git empties the box some time after a commit moved HEAD, and VS Code reports what
 * was written into it with a delay; of neither there is news.
 */
const laterMs = [100, 400, 1500, 4000];

/** Keeps the tag of each branch in the commit box of its own repository, as far as the setting allows. */
export class CommitAutoFill implements Disposable {
  private readonly owned = new Disposables();
  private readonly heads = new Map<string, string | undefined>();
  private readonly asked = new Set<string>();
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly repositories: Repositories,
    private readonly branchOf: (repository: GitRepository) => BranchContext | undefined,
    private readonly box: CommitBox,
    private readonly settings: Settings,
    private readonly log: LogOutputChannel,
  ) {
    this.owned.add({ dispose: () => this.stopTimers() });
  }

  /** Looks at every repository; to be called whenever a branch, a link or a goal may have changed. */
  update(): void {
    for (const repository of this.repositories.all) {
      const head = repository.state.HEAD?.commit;
      const id = repository.rootUri.toString();
      if (this.heads.has(id) && this.heads.get(id) !== head) this.lookAgain();
      this.heads.set(id, head);
      this.fill(repository).then(
        (hasWritten) => hasWritten && this.lookAgain(),
        (error: unknown) => this.log.error('The commit box cannot be filled.', error),
      );
    }
  }

  dispose(): void {
    this.owned.dispose();
  }

  private async fill(repository: GitRepository): Promise<boolean> {
    const branch = this.branchOf(repository);
    if (!branch) return false;
    const keys = branch.served.goals.map(({ goal }) => goal.key);
    const autoFill = this.settings.autoFillOf(repository.rootUri);
    const trailer = this.settings.trailerOf(repository.rootUri);
    if (autoFill === 'emptyOnly') return this.box.fill(repository, trailer, keys);
    if (autoFill === 'off' || keys.length === 0) return this.box.fill(repository, trailer, []);
    if (this.box.isFree(repository)) await this.ask(branch, keys);
    return false;
  }

  /** Asks once for each branch and goal in the life of the window. */
  private async ask({ repository, name, served }: BranchContext, keys: readonly string[]): Promise<void> {
    const question = [repository.rootUri.toString(), name, ...keys].join('\n');
    const [first] = served.goals;
    if (this.asked.has(question) || !first) return;
    this.asked.add(question);
    const tag = l10n.t('Tag');
    const always = l10n.t('Always');
    const never = l10n.t('Never');
    const answer = await window.showInformationMessage(
      l10n.t('Tag commits on {0} with {1}?', name ?? '', goalName(first.goal)),
      tag,
      always,
      never,
    );
    if (answer === tag || answer === always) {
      const trailer = this.settings.trailerOf(repository.rootUri);
      if (this.box.isFree(repository)) await this.box.fill(repository, trailer, keys);
      else this.box.tag(repository, trailer, keys);
    }
    if (answer === always || answer === never) {
      await workspace
        .getConfiguration('goalLens')
        .update('commit.autoFill', answer === always ? 'emptyOnly' : 'off', ConfigurationTarget.Global);
    }
  }

  private lookAgain(): void {
    this.stopTimers();
    this.timers = laterMs.map((delay) => setTimeout(() => this.update(), delay));
  }

  private stopTimers(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [];
  }
}
