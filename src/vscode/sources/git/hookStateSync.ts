import type { LogOutputChannel } from 'vscode';
import type { GoalCatalog } from '../../../core/catalog/goalCatalog';
import type { KnownGoalsSource } from '../../../core/links/knownGoals';
import { Turns } from '../../../core/turns';
import type { Settings } from '../../settings';
import type { BranchChoicesStore } from './branchChoicesStore';
import type { Git } from '../../../git/run/git';
import type { GitRepository } from './gitExtension';

/** The branches with the newest commits are told of; the hook guesses for older ones from their names. */
const maxBranches = 500;

/** What only the editor knows of a repository's branches. */
export interface HookGoals {
  /** The goals as of now; the same object until one changes. */
  readonly catalog: GoalCatalog;
  /** What the commits of a branch are tagged with; undefined for one that has no link at all. */
  tagsOf(repository: GitRepository, branch: string): readonly string[] | undefined;
  /** What spellings mean in a repository, and how goals are written there. */
  sourceOf(repository: GitRepository): KnownGoalsSource;
}

/** What the hook was told last, as far as that can change it. */
interface Told {
  readonly catalog: GoalCatalog;
  readonly text: string;
  /** What stands for the goals that it was told of. */
  readonly known?: string;
}

/** Tells the commit hook what only the editor knows: the initiatives of each branch. Only where the hook was set up. */
export class HookStateSync {
  private readonly told = new Map<string, Told>();
  private readonly turns = new Map<string, Turns>();

  constructor(
    private readonly git: Git,
    private readonly choices: BranchChoicesStore,
    private readonly settings: Settings,
    private readonly goals: () => HookGoals,
    private readonly log: LogOutputChannel,
  ) {}

  /** The hook was set up: writes the state for the first time. @throws {GitError} when it cannot be written */
  start(repository: GitRepository): Promise<void> {
    return this.turnsOf(repository).run(async () => {
      await this.write(repository);
      await (await this.choices.of(repository)).load();
    });
  }

  /** The hook is gone: nothing is written any more. @throws {GitError} when the mark cannot be taken out */
  stop(repository: GitRepository): Promise<void> {
    return this.turnsOf(repository).run(async () => {
      const file = await this.choices.of(repository);
      if (!file.hasHook) return;
      const [{ changeLinks }, { forgetKnownGoals }] = await Promise.all([
        import('../../../git/links/changeLinks'),
        import('../../../git/hook/knownGoalsFile'),
      ]);
      await changeLinks(this.git, repository.rootUri.fsPath, file.path, ['--remove-section', 'commit']);
      await forgetKnownGoals(file.path);
      await file.load();
      this.told.delete(repository.rootUri.toString());
    });
  }

  /**
   * Brings the state of these repositories up to date, where it changed: one writing at a time, and what is known when
   * its turn comes is what is written. Never rejects: what fails is logged.
   */
  async update(repositories: readonly GitRepository[]): Promise<void> {
    await Promise.all(
      repositories.map((repository) =>
        this.turnsOf(repository)
          .latest(async () => {
            if (this.choices.peek(repository)?.hasHook) await this.write(repository);
          })
          .catch((error: unknown) =>
            this.log.warn('The commit hook cannot be told the goals of the branches.', error),
          ),
      ),
    );
  }

  private turnsOf({ rootUri }: GitRepository): Turns {
    const id = rootUri.toString();
    const turns = this.turns.get(id) ?? new Turns();
    this.turns.set(id, turns);
    return turns;
  }

  private async write(repository: GitRepository): Promise<void> {
    const id = repository.rootUri.toString();
    const trailer = this.settings.trailerOf(repository.rootUri);
    const goals = this.goals();
    const { name } = repository.state.HEAD ?? {};
    const own = name === undefined ? [] : [[name, goals.tagsOf(repository, name) ?? []] as const];
    // Whatever else moves in the editor, git is asked for its branches only when the answer can matter.
    const source = goals.sourceOf(repository);
    const { home } = source.references;
    const now: Told = { catalog: goals.catalog, text: JSON.stringify([trailer, own, home]) };
    const last = this.told.get(id);
    if (last?.catalog === now.catalog && last.text === now.text) return;
    const [{ writeHookState }, { writeKnownGoals }, { newestBranches }, file] = await Promise.all([
      import('../../../git/hook/hookState'),
      import('../../../git/hook/knownGoalsFile'),
      import('../../../git/links/newestBranches'),
      this.choices.of(repository),
    ]);
    const branches = await newestBranches(this.git, repository.rootUri.fsPath, maxBranches);
    const others = branches.flatMap((branch) => {
      const keys = goals.tagsOf(repository, branch);
      return keys ? [[branch, keys] as const] : [];
    });
    const projects = goals.catalog.projects();
    const tags = new Map([...others, ...own]);
    await writeHookState(this.git, file.path, {
      trailer,
      projects,
      invented: goals.catalog.inventedProjects(),
      tags,
      // A branch that is gone leaves no tag to a new one of its name.
      ...(branches.length < maxBranches && { branches: new Set([...branches, ...tags.keys()]) }),
    });
    const known = await writeKnownGoals(file.path, source, last?.known);
    // What could not be written is written the next time.
    this.told.set(id, { ...now, known });
  }
}
