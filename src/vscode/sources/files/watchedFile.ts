import {
  FileSystemError,
  RelativePattern,
  Uri,
  workspace,
  type Disposable,
  type LogOutputChannel,
} from 'vscode';
import { Disposables } from '../../../core/disposables';

/** What a read of the file found. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Follows one file below a folder: reads it on demand and after every change, and passes on the newest content only. */
export class WatchedFile implements Disposable {
  readonly uri: Uri;
  private readonly owned = new Disposables();
  private revision = 0;

  /** @param maxBytes a larger file is not read */
  constructor(
    folder: Uri,
    path: string,
    private readonly maxBytes: number,
    private readonly log: LogOutputChannel,
    private readonly use: (content: FileContent, isCurrent: () => boolean) => Promise<void>,
  ) {
    this.uri = Uri.joinPath(folder, path);
    const watcher = this.owned.add(workspace.createFileSystemWatcher(patternFor(folder, path)));
    const reload = (): void => void this.reload();
    this.owned.add(watcher.onDidChange(reload));
    this.owned.add(watcher.onDidCreate(reload));
    this.owned.add(watcher.onDidDelete(reload));
  }

  /** Reads the file anew. Never rejects: what goes wrong is content too. */
  async reload(): Promise<void> {
    const revision = ++this.revision;
    const isCurrent = (): boolean => revision === this.revision;
    const content = await this.read();
    if (!isCurrent()) return;
    await this.use(content, isCurrent).catch((error: unknown) =>
      this.log.error(`Using ${this.uri.toString(true)} failed.`, error),
    );
  }

  dispose(): void {
    this.revision++;
    this.owned.dispose();
  }

  private async read(): Promise<FileContent> {
    try {
      const { size } = await workspace.fs.stat(this.uri);
      if (size > this.maxBytes) return { kind: 'tooLarge', bytes: size };
      return { kind: 'text', text: new TextDecoder().decode(await workspace.fs.readFile(this.uri)) };
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return { kind: 'missing' };
      return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** Inside the workspace VS Code watches already; elsewhere only the file's own folder is watched, not the whole tree. */
function patternFor(folder: Uri, path: string): RelativePattern {
  if (workspace.getWorkspaceFolder(folder)) return new RelativePattern(folder, path);
  const slash = path.lastIndexOf('/');
  return new RelativePattern(Uri.joinPath(folder, path.slice(0, slash)), path.slice(slash + 1));
}
