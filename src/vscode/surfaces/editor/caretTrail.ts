import { EventEmitter, window, type LogOutputChannel, type TextDocument, type TextEditor } from 'vscode';
import type { Disposable } from '../../../core/event';
import { Disposables } from '../../../core/disposables';
import type { LineTrail } from '../../../presentation/lineTrail';
import type { GoalContext } from '../../context/goalContext';

/** How long the caret must rest on a line before git is asked, in milliseconds. */
const restMs = 500;

/** Reads how a line leads to its goal. */
type ReadTrail = (
  document: TextDocument,
  line: number,
  signal: AbortSignal,
) => Promise<LineTrail | undefined>;

/**
 * How the caret's line leads to its goal. Typing never asks git: after an edit, nothing is read until the caret moves
 * without one. A text that another program wrote, as a checkout does, was not typed.
 */
export class CaretTrail implements Disposable {
  private readonly owned = new Disposables();
  private readonly watched = this.owned.add(new Disposables());
  private readonly changed = this.owned.add(new EventEmitter<void>());
  private readonly versions = new WeakMap<TextDocument, number>();
  private timer: NodeJS.Timeout | undefined;
  private reading: AbortController | undefined;
  private found: LineTrail | undefined;

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly read: ReadTrail,
    private readonly context: Pick<GoalContext, 'onDidChange'>,
    private readonly log: LogOutputChannel,
  ) {
    this.owned.add({ dispose: () => this.stop() });
  }

  get current(): LineTrail | undefined {
    return this.found;
  }

  /** Follows the caret until the result is disposed. */
  start(): Disposable {
    this.watched.add(window.onDidChangeTextEditorSelection(({ textEditor }) => this.moved(textEditor)));
    this.watched.add(window.onDidChangeActiveTextEditor((editor) => this.opened(editor)));
    // HEAD or goals may have changed; where they have not, the cache answers.
    this.watched.add(this.context.onDidChange(() => this.opened(window.activeTextEditor)));
    this.opened(window.activeTextEditor);
    return {
      dispose: () => {
        this.watched.clear();
        this.stop();
        this.use(undefined);
      },
    };
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** Runs while typing, so it only compares. */
  private moved(editor: TextEditor): void {
    const { document } = editor;
    if (this.isUntouched(document)) {
      if (editor.selection.active.line + 1 === this.found?.line) return;
      this.use(undefined);
      this.rest(editor);
      return;
    }
    this.versions.set(document, document.version);
    this.stop();
    this.use(undefined);
  }

  private opened(editor: TextEditor | undefined): void {
    if (!editor) {
      this.stop();
      this.use(undefined);
      return;
    }
    const { document } = editor;
    if (!this.versions.has(document)) this.versions.set(document, document.version);
    if (this.isUntouched(document)) this.rest(editor);
  }

  /** Whether nobody has typed into it since its caret last moved. */
  private isUntouched(document: TextDocument): boolean {
    if (!document.isDirty) this.versions.set(document, document.version);
    return this.versions.get(document) === document.version;
  }

  private rest({ document, selection }: TextEditor): void {
    this.stop();
    this.timer = setTimeout(() => this.ask(document, selection.active.line), restMs);
  }

  private ask(document: TextDocument, line: number): void {
    const reading = new AbortController();
    this.reading = reading;
    this.read(document, line, reading.signal).then(
      (trail) => {
        if (!reading.signal.aborted) this.use(trail);
      },
      (error: unknown) => {
        if (reading.signal.aborted) return;
        this.use(undefined);
        this.log.warn(`The commit of line ${line + 1} cannot be read.`, error);
      },
    );
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.reading?.abort();
    this.reading = undefined;
  }

  private use(trail: LineTrail | undefined): void {
    if (this.found === trail) return;
    this.found = trail;
    this.changed.fire();
  }
}
