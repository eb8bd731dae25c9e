import {
  commands,
  EventEmitter,
  languages,
  Uri,
  workspace,
  type Disposable,
  type InlineCompletionItem,
  type InlineCompletionItemProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import { nextCommit, type NextCommit, type ShownCommit } from '../../../core/commitBox/nextCommit';
import { readHead } from '../../../git/run/head';
import type { BranchChoicesStore } from '../../sources/git/branchChoicesStore';
import type { GitRepository } from '../../sources/git/gitExtension';
import type { Repositories } from '../../sources/git/repositories';
import { Disposables } from '../../../core/disposables';
import type { Settings } from '../../settings';
import type { BranchGoals } from '../../context/branchGoals';
import { askToTag } from './askToTag';
import { CommitBox, type CommitBoxTools } from './commitBox';
import { NextChoices } from './nextChoices';
import { TagQuestion } from './tagQuestion';

/** The sources of the commit boxes' tags. */
export interface CommitBoxSources extends CommitBoxTools {
  readonly repositories: Repositories;
  readonly branchGoals: BranchGoals;
  readonly choices: BranchChoicesStore;
  readonly settings: Settings;
}

/** A box, and what was last found out about its next commit. */
interface Entry {
  readonly box: CommitBox;
  next: NextCommit;
  /** The box's state when it was last shown. */
  mark: string;
}

const boxScheme = 'vscode-scm';
/**
 * The context key for the repositories whose next commit is tagged. In a remote window the Source Control view knows
 * them by other URIs.
 */
const taggedContext = 'goalLens.taggedRepositories';
/** The context key for whether every open repository's next commit is tagged, which then holds for any single one. */
const allTaggedContext = 'goalLens.isEveryCommitTagged';

/** Keeps the branch's tag in its repository's commit box once there is a subject, and reports what is due. */
export class CommitBoxes implements Disposable, InlineCompletionItemProvider {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<void>());
  private readonly boxes = new Map<TextDocument, Entry>();
  private readonly next: NextChoices;
  private readonly question: TagQuestion;
  private shown = '';

  /** Fires when the tags of a repository's next commit change. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly from: CommitBoxSources) {
    this.next = new NextChoices(
      (root) => readHead(from.git, root),
      from.log,
      () => this.update(),
    );
    this.question = new TagQuestion(
      (branch) => askToTag(branch, from.log),
      from.log,
      () => this.update(),
    );
    this.owned.add(
      workspace.onDidChangeTextDocument((event) => {
        if (event.document.uri.scheme === boxScheme) this.boxes.get(event.document)?.box.changed(event);
      }),
    );
    this.owned.add(
      workspace.onDidOpenTextDocument((document) => document.uri.scheme === boxScheme && this.update()),
    );
    this.owned.add(workspace.onDidCloseTextDocument((document) => this.forget(document)));
    this.owned.add(
      languages.registerInlineCompletionItemProvider({ scheme: boxScheme, language: 'scminput' }, this),
    );
    this.owned.add({ dispose: () => [...this.boxes.keys()].forEach((each) => this.forget(each)) });
  }

  /** VS Code calls this soon after a change in the focused box: nothing else reveals where its caret is. */
  provideInlineCompletionItems(document: TextDocument, position: Position): InlineCompletionItem[] {
    this.boxes.get(document)?.box.caretAt(position);
    return [];
  }

  /** Checks every repository; call it whenever a branch, a link or a goal may have changed. */
  update(): void {
    this.attach();
    for (const entry of this.boxes.values()) {
      const { repository } = entry.box;
      entry.next = this.nextOf(repository);
      const trailer = this.from.settings.trailerOf(repository.rootUri);
      entry.box.setDue(trailer, entry.next.by === 'box' ? entry.next.keys : []);
      this.askIfDue(entry);
    }
    this.show();
  }

  /** What the next commit of a repository is tagged with, and by whom. */
  of(repository: GitRepository): ShownCommit {
    return shownCommit(this.entryOf(repository) ?? { next: this.nextOf(repository) });
  }

  /** Whether the next commit of a repository goes without a tag; the hook must be told. */
  isLeftOut(repository: GitRepository): boolean {
    return this.next.of(repository)?.kind === 'leaveOut';
  }

  /** Tags the next commit with these keys: at once if there is a subject, otherwise as soon as there is one. */
  tag(repository: GitRepository, keys: readonly string[]): { readonly isWritten: boolean } {
    this.next.set(repository, { kind: 'tag', keys });
    this.update();
    const box = this.entryOf(repository)?.box;
    box?.tagAnyway();
    return { isWritten: box?.state.hasSubject === true };
  }

  /** Leaves the tag out of the next commit. */
  leaveOut(repository: GitRepository): void {
    this.next.set(repository, { kind: 'leaveOut' });
    this.update();
  }

  dispose(): void {
    this.owned.dispose();
  }

  private nextOf(repository: GitRepository): NextCommit {
    const { branchGoals, choices, settings } = this.from;
    const branch = branchGoals.of(repository);
    const keys = branch?.name === undefined ? [] : (branchGoals.tagsOf(repository, branch.name) ?? []);
    const autoFill = settings.autoFillOf(repository.rootUri);
    return nextCommit({
      keys,
      isAutomatic:
        autoFill === 'withSubject' ||
        (autoFill === 'ask' && branch !== undefined && this.question.isAnsweredYes(branch)),
      hasHook: choices.peek(repository)?.hasHook === true,
      isRebasing: repository.state.rebaseCommit !== undefined,
      choice: this.next.of(repository),
    });
  }

  private entryOf(repository: GitRepository): Entry | undefined {
    return [...this.boxes.values()].find(({ box }) => box.repository === repository);
  }

  /** Finds the repositories' documents, which may appear before or after the repositories. */
  private attach(): void {
    const { all } = this.from.repositories;
    for (const [document, { box }] of this.boxes) {
      if (!all.includes(box.repository)) this.forget(document);
    }
    for (const document of workspace.textDocuments) {
      if (document.uri.scheme !== boxScheme || this.boxes.has(document)) continue;
      const { path } = Uri.parse(rootOf(document));
      const repository = all.find((each) => each.rootUri.path === path);
      if (!repository) continue;
      const box = new CommitBox(repository, document, this.from, () => this.onAct(document));
      this.boxes.set(document, { box, next: this.nextOf(repository), mark: '' });
    }
  }

  private forget(document: TextDocument): void {
    this.boxes.get(document)?.box.dispose();
    this.boxes.delete(document);
  }

  /** Runs on every keystroke, so it does not re-examine what is known about the branch. */
  private onAct(document: TextDocument): void {
    const entry = this.boxes.get(document);
    if (!entry) return;
    const { hasSubject, isLeftOut, keysWritten } = entry.box.state;
    const mark = [hasSubject, isLeftOut, ...keysWritten].join(' ');
    if (mark === entry.mark) return;
    entry.mark = mark;
    this.askIfDue(entry);
    this.show();
  }

  private askIfDue({ box: { repository, state }, next }: Entry): void {
    if (!state.hasSubject || next.by !== 'nobody' || next.isLeftOut) return;
    const branch = this.from.branchGoals.of(repository);
    const autoFill = this.from.settings.autoFillOf(repository.rootUri);
    if (branch && autoFill === 'ask') this.question.ask(branch);
  }

  /** Notifies listeners if something visible changed. */
  private show(): void {
    const shown = [...this.boxes].map(([document, entry]) => [rootOf(document), shownCommit(entry)] as const);
    const text = JSON.stringify(shown);
    if (text === this.shown) return;
    this.shown = text;
    const tagged = shown.filter(([, { by }]) => by !== 'nobody').map(([root]) => root);
    const isAll = tagged.length > 0 && tagged.length === shown.length;
    void commands.executeCommand('setContext', taggedContext, tagged);
    void commands.executeCommand('setContext', allTaggedContext, isAll);
    this.changed.fire();
  }
}

function shownCommit({ next, box }: { readonly next: NextCommit; readonly box?: CommitBox }): ShownCommit {
  const written = box?.state.keysWritten ?? [];
  if (written.length > 0) return { ...next, written, isLeftOut: false };
  const isLeftOut = next.isLeftOut || (next.by === 'box' && box?.state.isLeftOut === true);
  return { ...next, written, ...(isLeftOut && { isLeftOut, by: 'nobody' }) };
}

/** The URI of the repository whose box the document is. */
function rootOf({ uri }: TextDocument): string {
  return new URLSearchParams(uri.query).get('rootUri') ?? '';
}
