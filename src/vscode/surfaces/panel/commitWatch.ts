import { EventEmitter, type Disposable } from 'vscode';
import { Disposables } from '../../../core/disposables';
import { faultOfCommit } from '../../../core/links/commitFault';
import { goalView } from '../../../core/views/goalView';
import { lastCommit } from '../../../git/retag/lastCommit';
import type { BranchFacts } from '../../../panel/branchLines';
import type { Services } from '../../services';
import { keyRules } from '../../commands/keyRules';
import type { BranchContext } from '../../context/branchGoals';

type Needs = Pick<
  Services,
  | 'branchGoals'
  | 'choices'
  | 'context'
  | 'git'
  | 'log'
  | 'memento'
  | 'notesWritten'
  | 'references'
  | 'settings'
  | 'store'
>;

/** When this window opened, in epoch milliseconds rounded to the reflog's seconds. */
const windowStart = Math.floor(performance.timeOrigin / 1000) * 1000;

/** Checks each commit that lands on the person's branch: whether it lacks its tag, or was harmed by one. */
export class CommitWatch implements Disposable {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<void>());
  private reading: { readonly id: string; readonly abort: AbortController } | undefined;
  private found: BranchFacts['commit'];

  /** Fires when another commit needs attention, or none does any more. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly services: Needs) {
    this.owned.add(services.context.onDidChange(() => this.follow()));
    this.owned.add(services.notesWritten.event(() => this.readAgain()));
    this.owned.add({ dispose: () => this.reading?.abort.abort() });
    this.follow();
  }

  /** The branch's last commit, if it lacks something and the person has not said to leave it. */
  get commit(): BranchFacts['commit'] {
    return this.found;
  }

  /** Leaves a commit as it is and never mentions it again. */
  async leave(sha: string): Promise<void> {
    const { branch } = this.services.context.current;
    if (!branch) return;
    await this.services.memento.update(leftKey(branch), sha);
    if (this.found?.sha === sha) this.use(undefined);
  }

  dispose(): void {
    this.owned.dispose();
  }

  private readAgain(): void {
    this.reading?.abort.abort();
    this.reading = undefined;
    this.follow();
  }

  /** Reads the commit when the branch, its goals or the rules have changed. */
  private follow(): void {
    const { context, settings, store } = this.services;
    const { branch, isReady } = context.current;
    if (!isReady) return;
    const due = this.keysDue(branch);
    const place = [branch?.repository.rootUri.toString(), branch?.name, branch?.head];
    const id = [
      ...place,
      settings.trailerOf(branch?.repository.rootUri),
      ...due,
      ...store.catalog.projects(),
    ].join('\n');
    if (this.reading?.id === id) return;
    this.reading?.abort.abort();
    const abort = new AbortController();
    this.reading = { id, abort };
    // Without a branch, as in the middle of a rebase, there is nothing to say.
    if (branch?.name === undefined || branch.head === undefined) {
      this.use(undefined);
      return;
    }
    this.read(branch, due, abort.signal).then(
      (commit) => {
        if (!abort.signal.aborted) this.use(commit);
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        this.reading = undefined;
        this.use(undefined);
        this.services.log.warn('The commit just made cannot be read.', error);
      },
    );
  }

  /** The keys that the commit box or the hook tags the branch's commits with. */
  private keysDue(branch: BranchContext | undefined): string[] {
    const { branchGoals, choices, settings } = this.services;
    const isTagged =
      branch !== undefined &&
      (settings.autoFillOf(branch.repository.rootUri) !== 'off' ||
        choices.peek(branch.repository)?.hasHook === true);
    if (!isTagged || branch.name === undefined) return [];
    return [...(branchGoals.tagsOf(branch.repository, branch.name) ?? [])];
  }

  private async read(
    branch: BranchContext,
    due: readonly string[],
    signal: AbortSignal,
  ): Promise<BranchFacts['commit']> {
    const { git, memento, store } = this.services;
    const { repository } = branch;
    const found = await lastCommit(
      git,
      repository.rootUri.fsPath,
      keyRules(this.services, repository),
      signal,
    );
    if (!found || found.branch !== branch.name) return undefined;
    const { commit, madeAt } = found;
    const isOurs = !commit.isPublished || (madeAt !== undefined && madeAt >= windowStart);
    if (!isOurs || memento.get(leftKey(branch)) === commit.sha) return undefined;
    const named = this.services.references.in(repository);
    const wanted = new Set(due.map((text) => named.find(text)));
    const fault = faultOfCommit(commit, due, (key) => {
      const goal = store.catalog.find(key, repository.rootUri.toString());
      return goal !== undefined && wanted.has(goalView(goal, store.catalog).initiative);
    });
    const { sha, subject, isPublished } = commit;
    return fault && { sha, subject, isPublished, fault };
  }

  private use(commit: BranchFacts['commit']): void {
    if (commit === undefined && this.found === undefined) return;
    this.found = commit;
    this.changed.fire();
  }
}

function leftKey({ repository }: BranchContext): string {
  return `leftCommit:${repository.rootUri.toString()}`;
}
