import { EventEmitter } from 'vscode';
import { branchConcerns, type BranchChange, type BranchConcern } from '../../core/check/branchConcerns';
import type { CheckedCommit } from '../../core/check/checkCommits';
import { Derived } from '../../core/derived';
import { Disposables } from '../../core/disposables';
import type { Disposable } from '../../core/event';
import { isCancellation } from '../../core/errors';
import { readBranchChange } from '../../git/landing/branchChange';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';

type Needs = Pick<Services, 'branchGoals' | 'context' | 'git' | 'log' | 'pathMaps' | 'references' | 'store'>;

/** What is worth saying about the branch before a push; reads its commits in the background when HEAD moves. */
export class BranchCheck implements Disposable {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<void>());
  private reading: { readonly id: string; readonly abort: AbortController } | undefined;
  private commits: readonly CheckedCommit[] = [];
  private readonly derived = new Derived<readonly BranchConcern[]>();

  /** Fires when other commits are concerned. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly services: Needs) {
    this.owned.add(services.context.onDidChange(() => this.follow()));
    this.owned.add({ dispose: () => this.reading?.abort.abort() });
    this.follow();
  }

  /** The concerns about the branch in the panel, as far as its commits are read. */
  get concerns(): readonly BranchConcern[] {
    const { branch } = this.services.context.current;
    if (!branch || this.commits.length === 0) return [];
    const change = changeOf(this.services, branch.repository, this.commits);
    const { linked, commits, catalog, home, rules, pathMap } = change;
    // The panel asks on every editor switch, and a branch may have many commits.
    return this.derived.of(
      [commits, catalog, home, pathMap, rules.trailer, rules.referenceTrailers?.join('\n'), ...linked],
      () => branchConcerns(change),
    );
  }

  dispose(): void {
    this.owned.dispose();
  }

  private follow(): void {
    const { branch, isReady } = this.services.context.current;
    if (!isReady) return;
    const id = [branch?.repository.rootUri.toString(), branch?.name, branch?.head].join('\n');
    if (this.reading?.id === id) return;
    this.reading?.abort.abort();
    const abort = new AbortController();
    this.reading = { id, abort };
    this.use([]);
    if (branch?.name === undefined || branch.head === undefined) return;
    readBranchChange(this.services.git, branch.repository.rootUri.fsPath, abort.signal)
      .then((commits) => {
        if (!abort.signal.aborted) this.use(commits);
      })
      .catch((error: unknown) => {
        if (!isCancellation(error))
          this.services.log.debug('The commits of the branch cannot be read.', error);
      });
  }

  private use(commits: readonly CheckedCommit[]): void {
    if (commits.length === 0 && this.commits.length === 0) return;
    this.commits = commits;
    this.changed.fire();
  }
}

/** The concerns about a repository's branch with these commits. */
export function concernsOf(
  services: ChangeSources,
  repository: GitRepository,
  commits: readonly CheckedCommit[],
): readonly BranchConcern[] {
  return branchConcerns(changeOf(services, repository, commits));
}

type ChangeSources = Omit<Needs, 'context' | 'git' | 'log'>;

function changeOf(
  { branchGoals, pathMaps, references, store }: ChangeSources,
  repository: GitRepository,
  commits: readonly CheckedCommit[],
): BranchChange {
  return {
    linked: branchGoals.of(repository)?.served.goals.map(({ linked }) => linked) ?? [],
    commits,
    catalog: store.catalog,
    home: references.homeOf(repository),
    rules: references.rulesOf(repository),
    pathMap: pathMaps.get(repository.rootUri),
  };
}
