import type { LogOutputChannel } from 'vscode';
import type { GoalCatalog } from '../../../core/catalog/goalCatalog';
import type { KnownGoalsSource } from '../../../core/links/knownGoals';
import type { SignInPlace } from '../../../core/tracker/signInPlace';
import { Turns } from '../../../core/turns';
import type { Settings } from '../../settings';
import type { BranchChoicesStore } from './branchChoicesStore';
import type { Git } from '../../../git/run/git';
import type { GitRepository } from './gitExtension';
import type { HookPlaces } from './hookPlaces';

/** Only the branches with the newest commits are passed on; for older ones the hook guesses from the name. */
const maxBranches = 500;

/** What only the editor knows about a repository's branches. */
export interface HookGoals {
  /** The current goals; the same object until one changes. */
  readonly catalog: GoalCatalog;
  /** What a branch's commits are tagged with; undefined if the branch has no link at all. */
  tagsOf(repository: GitRepository, branch: string): readonly string[] | undefined;
  /** What spellings mean in a repository, and how goals are written there. */
  sourceOf(repository: GitRepository): KnownGoalsSource;
}

/** What the hook was last told, as far as that can change it. */
interface Told {
  readonly catalog: GoalCatalog;
  readonly text: string;
  /** Identifies the goals that the hook knows. */
  readonly known?: string;
}

/** Tells an installed commit hook what only the editor knows: the initiatives of each branch. */
export class HookStateSync {
  private readonly told = new Map<string, Told>();
  private readonly turns = new Map<string, Turns>();

  constructor(
    private readonly git: Git,
    private readonly choices: BranchChoicesStore,
    private readonly settings: Settings,
    private readonly goals: () => HookGoals,
    private readonly places: HookPlaces,
    private readonly log: LogOutputChannel,
  ) {}

  /** Writes the state for the first time, after the hook was set up. @throws {GitError} if it cannot be written */
  start(repository: GitRepository): Promise<void> {
    return this.turnsOf(repository).run(async () => {
      await this.write(repository);
      await (await this.choices.of(repository)).load();
    });
  }

  /** Stops writing, after the hook was removed. @throws {GitError} if the mark cannot be removed */
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
      await this.places.note(file.path, []);
      await file.load();
      this.told.delete(repository.rootUri.toString());
    });
  }

  /**
   * Updates the changed states of these repositories, one at a time; each write uses what is known when its turn comes.
   * Never rejects: failures are logged.
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

  /**
   * Removes what hooks were told about a tracker's goals, even in repositories that are not open. The hook of an open
   * repository is told the rest again at the next update.
   *
   * @throws the file system's errors, once all that can go is gone; the rest can be forgotten by another call
   */
  async forget(place: SignInPlace): Promise<void> {
    const { forgetKnownGoals } = await import('../../../git/hook/knownGoalsFile');
    const faults: unknown[] = [];
    for (const linksPath of this.places.of(place)) {
      try {
        await forgetKnownGoals(linksPath);
        await this.places.note(linksPath, []);
      } catch (error) {
        // The other repositories must not keep theirs for this one.
        faults.push(error);
      }
    }
    this.told.clear();
    if (faults.length > 0) throw faults[0];
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
    // Git is asked for its branches only when the answer can matter, whatever else changes in the editor.
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
    const { catalog } = goals;
    // The hook takes any key of a project that it knows.
    const projects = [...catalog.projects()].filter((project) => !catalog.listedProjects().has(project));
    const tags = new Map([...others, ...own]);
    await writeHookState(this.git, file.path, {
      trailer,
      projects,
      invented: catalog.inventedProjects(),
      tags,
      // A deleted branch leaves no tag to a new one with its name.
      ...(branches.length < maxBranches && { branches: new Set([...branches, ...tags.keys()]) }),
    });
    await this.places.note(file.path, catalog.trackers);
    const known = await writeKnownGoals(file.path, source, last?.known);
    // A failed write is retried next time.
    this.told.set(id, { ...now, known });
  }
}
