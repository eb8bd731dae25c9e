import type { Disposable, LogOutputChannel, Memento } from 'vscode';
import { Emitter } from '../../../core/event';
import type { Git } from '../../../git/run/git';
import type { BranchChoicesStore } from './branchChoicesStore';
import type { GitRepository } from './gitExtension';

/**
 * Whether to offer the commit hook in a repository: if it is missing and nobody has declined it, or if it is outdated.
 */
export class HookOffer implements Disposable {
  private readonly changed = new Emitter<void>();

  /** By the path of the links file, which all worktrees share; undefined during the check. */
  private readonly outdated = new Map<string, boolean | undefined>();

  /** Fires when the offer changes. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly choices: Pick<BranchChoicesStore, 'of' | 'peek'>,
    private readonly memento: Pick<Memento, 'get' | 'update'>,
    private readonly git: Git,
    private readonly log: Pick<LogOutputChannel, 'warn'>,
    private readonly isTrusted: () => boolean,
  ) {}

  /** What is wrong with the hook; undefined until the repository's links are read and the hook is checked. */
  of(repository: GitRepository): 'missing' | 'outdated' | undefined {
    // Nothing in an untrusted folder may run.
    const file = this.isTrusted() ? this.choices.peek(repository) : undefined;
    if (!file) return undefined;
    if (!file.hasHook) return this.memento.get(declinedKey(file.path)) === true ? undefined : 'missing';
    if (!this.outdated.has(file.path)) this.look(repository, file.path);
    return this.outdated.get(file.path) === true ? 'outdated' : undefined;
  }

  /** Checks again after the hook was written. */
  async lookAgain(repository: GitRepository): Promise<void> {
    const { path } = await this.choices.of(repository);
    this.outdated.delete(path);
    this.changed.fire();
  }

  /** Never offers the hook in this repository again. @throws {GitError} if the repository cannot be read */
  async decline(repository: GitRepository): Promise<void> {
    const { path } = await this.choices.of(repository);
    await this.memento.update(declinedKey(path), true);
    this.changed.fire();
  }

  /** Checks once per session, in the background: a new version of Goal Lens arrives only with a restart. */
  private look({ rootUri }: GitRepository, path: string): void {
    this.outdated.set(path, undefined);
    import('../../../git/hook/hookPlan')
      .then(({ planHook }) => planHook(this.git, rootUri.fsPath))
      .then((plan) => {
        const isOutdated = plan.kind === 'installed' && !plan.isCurrent;
        this.outdated.set(path, isOutdated);
        if (isOutdated) this.changed.fire();
      })
      .catch((error: unknown) => this.log.warn('The commit hook cannot be looked at.', error));
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** One answer covers all worktrees, which share the links file. */
function declinedKey(linksPath: string): string {
  return `hookDeclined:${linksPath}`;
}
