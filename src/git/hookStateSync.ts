import type { LogOutputChannel } from 'vscode';
import type { Settings } from '../platform/settings';
import type { BranchChoicesStore } from './branchChoicesStore';
import type { Git } from './git';
import type { GitRepository } from './gitExtension';

/** What the hook is told of one branch. */
export interface HookBranch {
  readonly repository: GitRepository;
  readonly name: string | undefined;
  /** The initiatives' keys. */
  readonly keys: readonly string[];
}

/** Tells the commit hook what only the editor knows: the initiative of each branch. Only where the hook was set up. */
export class HookStateSync {
  private readonly told = new Map<string, string>();

  constructor(
    private readonly git: Git,
    private readonly choices: BranchChoicesStore,
    private readonly settings: Settings,
    private readonly projects: () => ReadonlySet<string>,
    private readonly branchOf: (repository: GitRepository) => HookBranch | undefined,
    private readonly log: LogOutputChannel,
  ) {}

  /** The hook was set up: writes the state for the first time. @throws {GitError} when it cannot be written */
  async start(repository: GitRepository): Promise<void> {
    const branch = this.branchOf(repository);
    if (!branch) return;
    await this.write(branch);
    await (await this.choices.of(repository)).load();
  }

  /** The hook is gone: nothing is written any more. @throws {GitError} when the mark cannot be taken out */
  async stop(repository: GitRepository): Promise<void> {
    const file = await this.choices.of(repository);
    if (!file.hasHook) return;
    await this.git.run(repository.rootUri.fsPath, [
      'config',
      '--file',
      file.path,
      '--remove-section',
      'commit',
    ]);
    await file.load();
    this.told.delete(repository.rootUri.toString());
  }

  /** Brings the state of these repositories up to date, where it changed. Never rejects: what fails is logged. */
  async update(repositories: readonly GitRepository[]): Promise<void> {
    for (const repository of repositories) {
      const branch = this.branchOf(repository);
      if (!branch || !this.choices.peek(repository)?.hasHook) continue;
      await this.write(branch).catch((error: unknown) =>
        this.log.warn('The commit hook cannot be told the goal of the branch.', error),
      );
    }
  }

  private async write({ repository, name, keys }: HookBranch): Promise<void> {
    const id = repository.rootUri.toString();
    const { trailer } = this.settings;
    const projects = [...this.projects()].sort();
    const state = JSON.stringify([trailer, projects, name, keys]);
    if (this.told.get(id) === state) return;
    const [{ writeHookState }, file] = await Promise.all([
      import('./hook/hookState'),
      this.choices.of(repository),
    ]);
    const tags = new Map(name === undefined ? [] : [[name, keys] as const]);
    await writeHookState(this.git, file.path, { trailer, projects, tags });
    this.told.set(id, state);
  }
}
