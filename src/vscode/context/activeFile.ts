import {
  EventEmitter,
  TabInputCustom,
  TabInputNotebook,
  TabInputNotebookDiff,
  TabInputText,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
  type Disposable,
} from 'vscode';
import { Disposables } from '../../core/disposables';

/** The file the person is looking at; it stays the same while they are in a panel, a terminal or an output. */
export class ActiveFile implements Disposable {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<void>());
  private file: Uri | undefined;

  readonly onDidChange = this.changed.event;

  constructor() {
    this.owned.add(window.onDidChangeActiveTextEditor(() => this.update()));
    this.owned.add(window.tabGroups.onDidChangeTabs(() => this.update()));
    this.owned.add(window.tabGroups.onDidChangeTabGroups(() => this.update()));
    this.file = this.find();
  }

  /** The file; undefined if none is open. */
  get uri(): Uri | undefined {
    return this.file;
  }

  dispose(): void {
    this.owned.dispose();
  }

  private update(): void {
    const file = this.find();
    if (file?.toString() === this.file?.toString()) return;
    this.file = file;
    this.changed.fire();
  }

  private find(): Uri | undefined {
    const active =
      fileOf(window.activeTextEditor?.document.uri) ??
      fileOf(uriOf(window.tabGroups.activeTabGroup.activeTab?.input));
    if (active) return active;
    // The focus is not in a file: keep the last one for as long as it is open somewhere.
    const last = this.file?.toString();
    const shown = window.tabGroups.all.map(({ activeTab }) => fileOf(uriOf(activeTab?.input)));
    return shown.find((uri) => uri?.toString() === last) ?? shown.find((uri) => uri !== undefined);
  }
}

function uriOf(input: unknown): Uri | undefined {
  if (input instanceof TabInputText || input instanceof TabInputNotebook || input instanceof TabInputCustom) {
    return input.uri;
  }
  if (input instanceof TabInputTextDiff || input instanceof TabInputNotebookDiff) return input.modified;
  // VS Code also reports merge editors, but exposes no class for them.
  const result = typeof input === 'object' && input !== null && 'result' in input ? input.result : undefined;
  return result instanceof Uri ? result : undefined;
}

/**
 * The file behind an editor, if any; the left side of a git comparison stands for its file, and git's own files, such as
 * the message of a commit, are none.
 */
function fileOf(uri: Uri | undefined): Uri | undefined {
  if (uri?.scheme === 'git') return Uri.file(uri.fsPath);
  if (uri?.path.includes('/.git/')) return undefined;
  return uri && (uri.scheme === 'file' || workspace.getWorkspaceFolder(uri)) ? uri : undefined;
}
