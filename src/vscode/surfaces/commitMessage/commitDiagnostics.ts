import {
  CodeAction,
  CodeActionKind,
  Diagnostic,
  DiagnosticSeverity,
  l10n,
  languages,
  Range,
  workspace,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type Disposable,
  type TextDocument,
} from 'vscode';
import {
  removalOf,
  tagProblems,
  tagsInMessage,
  type TagProblem,
  type WrittenTag,
} from '../../../core/editing/commitMessage';
import { mendable } from '../../../core/editing/mendable';
import { isClosed, type Goal } from '../../../core/goal/goal';
import { Disposables } from '../../../core/disposables';
import { initiativesOf } from '../../../core/links/servedGoals';
import { shownName } from '../../../presentation/goalText';
import type { TextOptions } from '../../../presentation/textOptions';
import type { GitRepository } from '../../sources/git/gitExtension';
import type { CommentMarks } from './commentMarks';
import {
  commitLanguage,
  repositoryOfMessage,
  servedByBranch,
  type CommitMessageSources,
} from './commitMessageSources';
import { statusName } from '../../../presentation/trackerWords';

const delayMs = 300;

/** The longest message that fixes are offered in, in UTF-16 units: nobody writes a longer one by hand. */
const longestMended = 100_000;

/** Warns about tags in git's commit message that name no open goal, and offers to replace or remove them. */
export class CommitDiagnostics implements CodeActionProvider, Disposable {
  private readonly owned = new Disposables();
  private readonly collection = this.owned.add(languages.createDiagnosticCollection('goalLens.commit'));
  private readonly pending = new Set<TextDocument>();
  private timer: NodeJS.Timeout | undefined;
  private isDisposed = false;

  constructor(
    private readonly from: CommitMessageSources,
    private readonly comments: CommentMarks,
  ) {
    const checkAll = (): void => workspace.textDocuments.forEach((each) => this.schedule(each));
    this.owned.add(workspace.onDidOpenTextDocument((document) => this.schedule(document)));
    this.owned.add(workspace.onDidChangeTextDocument(({ document }) => this.schedule(document)));
    this.owned.add(workspace.onDidCloseTextDocument((document) => this.forget(document)));
    this.owned.add(from.store.onDidChange(checkAll));
    this.owned.add(from.settings.onDidChange(checkAll));
    this.owned.add(
      languages.registerCodeActionsProvider({ language: commitLanguage }, this, {
        providedCodeActionKinds: [CodeActionKind.QuickFix],
      }),
    );
    this.owned.add({ dispose: () => clearTimeout(this.timer) });
    checkAll();
  }

  /** The fixes for the tags in a range, from the current text, which may be newer than the warnings. */
  async provideCodeActions(
    document: TextDocument,
    range: Range,
    context: CodeActionContext,
  ): Promise<CodeAction[]> {
    const repository = await repositoryOfMessage(document.uri, this.from);
    const served = repository ? await servedByBranch(repository, this.from) : [];
    const message = document.getText();
    // Each fix looks through the whole message.
    if (message.length > longestMended) return [];
    const trailer = this.from.settings.trailerOf(repository?.rootUri);
    const comment = await this.comments.in(message, repository);
    const problems = this.problems(message, comment, repository);
    const named = this.from.references.in(repository);
    const present = new Set(tagsInMessage(message, trailer, comment).map(({ text }) => named.find(text)));
    const open = initiativesOf(served).filter((goal) => !isClosed(goal) && !present.has(goal));
    return mendable(problems, ({ tag }) => rangeOf(tag).intersection(range) !== undefined).flatMap(
      ({ tag }) => {
        const actions = [
          ...open.map((goal) => this.replacement(document, tag, goal, repository)),
          removal(document, tag, trailer, comment),
        ];
        const diagnostics = context.diagnostics.filter(
          (each) => each.source === 'Goal Lens' && each.range.isEqual(rangeOf(tag)),
        );
        for (const [at, action] of actions.entries()) {
          action.diagnostics = diagnostics;
          action.isPreferred = at === 0 && open.length > 0;
        }
        return actions;
      },
    );
  }

  dispose(): void {
    this.isDisposed = true;
    this.owned.dispose();
  }

  private problems(message: string, comment: string, repository: GitRepository | undefined): TagProblem[] {
    const { references, settings, store } = this.from;
    return tagProblems(
      message,
      settings.trailerOf(repository?.rootUri),
      store.catalog,
      references.in(repository),
      comment,
    );
  }

  private replacement(
    { uri }: TextDocument,
    tag: WrittenTag,
    goal: Goal,
    repository: GitRepository | undefined,
  ): CodeAction {
    const name = shownName(goal, this.from.textOptions());
    const action = new CodeAction(l10n.t('Replace with {0}', name), CodeActionKind.QuickFix);
    action.edit = new WorkspaceEdit();
    action.edit.replace(uri, rangeOf(tag), this.from.references.written(goal, repository));
    return action;
  }

  private schedule(document: TextDocument): void {
    if (document.languageId !== commitLanguage) return;
    // As git wrote it: the same document may hold another message, made under other settings.
    if (!document.isDirty) this.comments.forget();
    this.pending.add(document);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const documents = [...this.pending];
      this.pending.clear();
      for (const each of documents) {
        this.check(each).catch((error: unknown) =>
          this.from.log.error('The tags of the commit message cannot be checked.', error),
        );
      }
    }, delayMs);
  }

  private async check(document: TextDocument): Promise<void> {
    const { version } = document;
    const repository = await repositoryOfMessage(document.uri, this.from);
    const comment = await this.comments.in(document.getText(), repository);
    if (this.isDisposed || document.isClosed || document.version !== version) return;
    const problems = this.problems(document.getText(), comment, repository);
    const options = this.from.textOptions();
    this.collection.set(
      document.uri,
      problems.map((each) => toDiagnostic(each, options)),
    );
  }

  private forget(document: TextDocument): void {
    this.pending.delete(document);
    if (document.languageId === commitLanguage) this.collection.delete(document.uri);
  }
}

function toDiagnostic({ tag, goal }: TagProblem, options: TextOptions): Diagnostic {
  const message = goal
    ? l10n.t('{0} is closed: {1}', shownName(goal, options), statusName(goal.status?.name ?? ''))
    : l10n.t('No tracker has the goal {0}', tag.text);
  const diagnostic = new Diagnostic(rangeOf(tag), message, DiagnosticSeverity.Warning);
  diagnostic.source = 'Goal Lens';
  diagnostic.code = goal ? 'closedGoal' : 'unknownGoal';
  return diagnostic;
}

function removal(document: TextDocument, tag: WrittenTag, trailer: string, comment: string): CodeAction {
  const { start, end, text } = removalOf(document.getText(), trailer, tag.text, comment);
  const action = new CodeAction(l10n.t('Remove the tag {0}', tag.text), CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), text);
  return action;
}

function rangeOf({ line, start, end }: WrittenTag): Range {
  return new Range(line, start, line, end);
}
