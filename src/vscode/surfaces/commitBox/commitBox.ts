import {
  commands,
  EndOfLine,
  Range,
  TextDocumentChangeReason,
  workspace,
  WorkspaceEdit,
  type Disposable,
  type LogOutputChannel,
  type Memento,
  type Position,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode';
import { CommitBoxMachine, type BoxAction, type GitTexts } from '../../../core/commitBox/commitBoxMachine';
import type { BoxChange } from '../../../core/commitBox/ownTail';
import type { Git } from '../../../git/run/git';
import type { GitRepository } from '../../sources/git/gitExtension';
import { GitTextReader } from './gitTexts';
import { guardedSnippet } from './guardedSnippet';

/**
 * How long to wait for the caret, in milliseconds; VS Code reports it 40 ms after a change, if the box has the focus.
 */
const lateMs = 300;

/** What a commit box works with. */
export interface CommitBoxTools {
  readonly git: Git;
  /** Keeps the written text across a reload of the window. */
  readonly memento: Memento;
  readonly log: LogOutputChannel;
}

/** One repository's commit box: feeds its events to the state machine and carries out the resulting actions. */
export class CommitBox implements Disposable {
  private readonly machine: CommitBoxMachine;
  private readonly texts: GitTextReader;
  private readonly watch: Disposable;
  private readonly memoryKey: string;
  private timer: NodeJS.Timeout | undefined;
  private reading = 0;
  private isDisposed = false;

  /** @param onDidAct called after every change and every answer */
  constructor(
    readonly repository: GitRepository,
    readonly document: TextDocument,
    private readonly tools: CommitBoxTools,
    private readonly onDidAct: () => void,
  ) {
    this.memoryKey = `commitBox:${repository.rootUri.toString()}`;
    this.texts = new GitTextReader(tools.git, repository.rootUri.fsPath);
    this.machine = new CommitBoxMachine(document.getText(), tools.memento.get<string>(this.memoryKey));
    this.watch = repository.state.onDidChange(() => {
      if (this.machine.holdsGitMessage) void this.askGit(false);
    });
  }

  /** The state of the box, in short. */
  get state(): Pick<CommitBoxMachine, 'hasSubject' | 'isLeftOut' | 'keysWritten'> {
    return this.machine;
  }

  /** Handles a text change, whoever made it. */
  changed({ contentChanges, reason }: TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }): BoxChange => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      text,
    }));
    clearTimeout(this.timer);
    const isUndo = reason === TextDocumentChangeReason.Undo || reason === TextDocumentChangeReason.Redo;
    this.act(this.machine.changed(this.document.getText(), changes, isUndo));
  }

  /** Handles the caret's position while the box has the focus. */
  caretAt(position: Position): void {
    this.act(this.machine.caretAt(this.document.offsetAt(position)));
  }

  /** Sets the keys to tag messages with; none if there is nothing to tag. */
  setDue(token: string, keys: readonly string[]): void {
    const eol = this.document.eol === EndOfLine.CRLF ? '\r\n' : '\n';
    this.act(this.machine.setDue({ token, keys, eol }));
  }

  /** Adds the tag on request, whatever the person did to it before. */
  tagAnyway(): void {
    this.act(this.machine.tagAnyway());
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    this.watch.dispose();
  }

  private act(action: BoxAction | undefined): void {
    if (this.isDisposed) return;
    // Keep waiting as before unless there is something else to do.
    if (action) clearTimeout(this.timer);
    if (action?.kind === 'wait') this.timer = setTimeout(() => this.act(this.machine.late()), lateMs);
    else if (action?.kind === 'ask') void this.askGit(true);
    else if (action) this.write(action);
    this.remember();
    this.onDidAct();
  }

  private write(action: Extract<BoxAction, { kind: 'snippet' | 'edit' }>): void {
    const { turn } = this.machine;
    const writing = action.kind === 'snippet' ? this.insert(action.tail) : this.replace(action.change);
    Promise.resolve(writing)
      .catch((error: unknown) => this.tools.log.warn('The commit box cannot be written.', error))
      .finally(() => this.act(this.machine.settled(turn)));
  }

  private insert(tail: string): Thenable<unknown> {
    const snippet = guardedSnippet(this.document.uri.path, tail);
    return commands.executeCommand('editor.action.insertSnippet', { snippet });
  }

  private replace({ start, end, text }: BoxChange): Thenable<unknown> {
    const edit = new WorkspaceEdit();
    const range = new Range(this.document.positionAt(start), this.document.positionAt(end));
    edit.replace(this.document.uri, range, text);
    return workspace.applyEdit(edit);
  }

  private async askGit(isFilled: boolean): Promise<void> {
    const turn = ++this.reading;
    const texts = await this.texts.read(isFilled).catch((error: unknown): GitTexts => {
      this.tools.log.warn('What git would write into the commit box cannot be read.', error);
      return { message: undefined, template: undefined };
    });
    if (turn === this.reading) this.act(this.machine.learned(texts));
  }

  private remember(): void {
    const { memento, log } = this.tools;
    const { tailText } = this.machine;
    if (memento.get(this.memoryKey) === tailText) return;
    Promise.resolve(memento.update(this.memoryKey, tailText)).catch((error: unknown) =>
      log.warn('What the commit box holds cannot be written down.', error),
    );
  }
}
