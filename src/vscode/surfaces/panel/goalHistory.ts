import { EventEmitter, type Disposable } from 'vscode';
import type { Services } from '../../services';
import type { Goal } from '../../../core/goal/goal';
import type { RepositoryReferences } from '../../../core/catalog/repositoryReferences';
import type { ReferenceRules } from '../../../core/links/referenceRules';
import type { HistoryIndex } from '../../../git/history/historyIndex';
import { Disposables } from '../../../core/disposables';
import { historyText, type HistoryText } from '../../../presentation/historyText';

type Needs = Pick<Services, 'context' | 'histories' | 'log' | 'references' | 'store' | 'textOptions'>;

/** How many commits and files a card shows. */
const shown = 5;

/** The history of the goals in the panel, read in the background for the current repository. */
export class GoalHistory implements Disposable {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<void>());
  private readonly texts = new Map<string, HistoryText>();
  private reading: { readonly id: string; readonly abort: AbortController } | undefined;
  private index: HistoryIndex | undefined;
  /** The repository of the index that is loaded or loading. */
  private root: string | undefined;
  private named: RepositoryReferences | undefined;

  /** Fires when the history was read. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly services: Needs) {
    this.owned.add(services.context.onDidChange(() => this.follow()));
    this.owned.add({ dispose: () => this.reading?.abort.abort() });
    this.follow();
  }

  /** The known history of a goal and the goals below it; undefined until it is read. */
  of(goal: Goal): HistoryText | undefined {
    if (!this.index) return undefined;
    const id = `${goal.trackerId}\n${goal.id}`;
    let text = this.texts.get(id);
    if (!text) {
      const keys = new Set([goal, ...this.services.store.catalog.descendants(goal)].map(({ key }) => key));
      text = historyText(
        this.index.commitsOf(keys, shown),
        this.index.filesOf(keys, shown),
        this.services.textOptions(),
      );
      this.texts.set(id, text);
    }
    return text;
  }

  /** Whether one of the cards shows this file: the page can open no others. */
  shows(path: string): boolean {
    return [...this.texts.values()].some(({ files }) => files.some((file) => file.path === path));
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** Reads the history when the repository, its HEAD or what counts as a key has changed. */
  private follow(): void {
    const { context, references } = this.services;
    const { branch, isReady } = context.current;
    const rules = references.rulesOf(branch?.repository);
    const named = references.in(branch?.repository);
    const root = branch?.repository.rootUri.fsPath;
    const id = [root, branch?.head, rules.trailer, ...rules.projects].join('\n');
    if (!isReady) return;
    if (this.reading?.id === id) {
      this.followGoals(rules, named);
      return;
    }
    this.named = named;
    this.reading?.abort.abort();
    const abort = new AbortController();
    this.reading = { id, abort };
    // Another repository's history says nothing here, and its paths lead nowhere.
    if (root !== this.root || branch?.head === undefined) this.use(undefined);
    this.root = root;
    if (root === undefined || branch?.head === undefined) return;
    this.start(root, rules, abort.signal);
  }

  private start(root: string, rules: ReferenceRules, signal: AbortSignal): void {
    this.read(root, rules, signal).catch((error: unknown) => {
      if (signal.aborted) return;
      this.services.log.warn('The history of the goals cannot be read.', error);
      // After an error, the next change asks again.
      this.reading = undefined;
    });
  }

  /** Reinterprets the history that was read when the known goals change: numbers may name others now. */
  private followGoals(rules: ReferenceRules, named: RepositoryReferences): void {
    if (this.index && this.named !== named) {
      this.index.setRules(rules);
      this.use(this.index);
      if (this.root !== undefined && this.reading && this.index.hasUnreadTies)
        this.start(this.root, rules, this.reading.abort.signal);
    }
    this.named = named;
  }

  private async read(root: string, rules: ReferenceRules, signal: AbortSignal): Promise<void> {
    this.use(await this.services.histories.upToDate(root, rules, signal));
  }

  private use(index: HistoryIndex | undefined): void {
    this.index = index;
    this.texts.clear();
    this.changed.fire();
  }
}
