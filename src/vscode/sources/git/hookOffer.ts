import { EventEmitter, workspace, type Disposable, type Memento } from 'vscode';
import type { BranchChoicesStore } from './branchChoicesStore';
import type { GitRepository } from './gitExtension';

/** Whether the commit hook is worth an offer in a repository: until it is set up there, or a person does not want it. */
export class HookOffer implements Disposable {
  private readonly changed = new EventEmitter<void>();

  /** A person has declined. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly choices: BranchChoicesStore,
    private readonly memento: Memento,
  ) {}

  /** Whether to offer the hook; false until the repository's links are read. */
  isOpen(repository: GitRepository): boolean {
    // Nothing of a folder that is not trusted may run.
    if (!workspace.isTrusted) return false;
    const file = this.choices.peek(repository);
    return file !== undefined && !file.hasHook && this.memento.get(declinedKey(file.path)) !== true;
  }

  /** Never offers the hook in this repository again. @throws {GitError} where the repository cannot be read */
  async decline(repository: GitRepository): Promise<void> {
    const { path } = await this.choices.of(repository);
    await this.memento.update(declinedKey(path), true);
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** One answer holds for all worktrees, which share the links file. */
function declinedKey(linksPath: string): string {
  return `hookDeclined:${linksPath}`;
}
