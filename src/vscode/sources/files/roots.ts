import { EventEmitter, workspace, type Disposable, type Uri } from 'vscode';
import type { Repositories } from '../git/repositories';
import { Disposables } from '../../../core/disposables';

/** The folders that may hold a `.goals` folder: every workspace folder and the top of every open repository. */
export class Roots implements Disposable {
  private readonly owned = new Disposables();
  private readonly changed = this.owned.add(new EventEmitter<void>());
  private known = new Map<string, Uri>();

  /** Fires when a root comes or goes. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly repositories: Repositories) {
    this.owned.add(workspace.onDidChangeWorkspaceFolders(() => this.update()));
    this.owned.add(repositories.onDidChange(() => this.update()));
    this.update();
  }

  get all(): readonly Uri[] {
    return [...this.known.values()];
  }

  /** The roots that hold a file, innermost first. */
  holding(uri: Uri): Uri[] {
    return this.all
      .filter((root) => relativePath(root, uri) !== undefined)
      .sort((a, b) => b.path.length - a.path.length);
  }

  dispose(): void {
    this.owned.dispose();
  }

  private update(): void {
    const uris = [
      ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri),
      ...this.repositories.all.map(({ rootUri }) => rootUri),
    ];
    const next = new Map(uris.map((uri) => [uri.toString(), uri]));
    const isSame = next.size === this.known.size && [...next.keys()].every((key) => this.known.has(key));
    if (isSame) return;
    this.known = next;
    this.changed.fire();
  }
}

/** A file's path below a folder, with forward slashes; undefined if the file is elsewhere. */
export function relativePath(folder: Uri, file: Uri): string | undefined {
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
  const top = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return file.path.startsWith(top) ? file.path.slice(top.length) : undefined;
}
