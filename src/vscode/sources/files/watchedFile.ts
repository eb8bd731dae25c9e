import {
  FileSystemError,
  FileType,
  l10n,
  RelativePattern,
  Uri,
  workspace,
  type Disposable,
  type LogOutputChannel,
} from 'vscode';
import { Disposables } from '../../../core/disposables';
import { readBounded } from '../../../files/readBounded';

/** What reading the file found. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Follows one file below a folder: reads it on demand and after every change, and delivers only the newest content. */
export class WatchedFile implements Disposable {
  readonly uri: Uri;
  private readonly owned = new Disposables();
  private reading = new AbortController();

  /**
   * @param maxBytes larger files are not read
   * @param use takes what was read; the signal aborts once there is newer content
   */
  constructor(
    private readonly folder: Uri,
    path: string,
    private readonly maxBytes: number,
    private readonly log: LogOutputChannel,
    private readonly use: (content: FileContent, signal: AbortSignal) => Promise<void>,
  ) {
    this.uri = Uri.joinPath(folder, path);
    const watcher = this.owned.add(workspace.createFileSystemWatcher(patternFor(folder, path)));
    const reload = (): void => void this.reload();
    this.owned.add(watcher.onDidChange(reload));
    this.owned.add(watcher.onDidCreate(reload));
    this.owned.add(watcher.onDidDelete(reload));
  }

  /** Rereads the file. Never rejects: errors are delivered as content too. */
  async reload(): Promise<void> {
    this.reading.abort();
    this.reading = new AbortController();
    const { signal } = this.reading;
    const content = await this.read();
    if (signal.aborted) return;
    await this.use(content, signal).catch((error: unknown) => {
      if (!signal.aborted) this.log.error(`Using ${this.uri.toString(true)} failed.`, error);
    });
  }

  dispose(): void {
    this.reading.abort();
    this.owned.dispose();
  }

  private async read(): Promise<FileContent> {
    try {
      return this.uri.scheme === 'file' ? await this.readFromDisk() : await this.readByProvider();
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return { kind: 'missing' };
      return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /**
   * Guards against anything a repository may contain: reads only regular files inside it, and no more than is usable.
   */
  private async readFromDisk(): Promise<FileContent> {
    const found = await readBounded(this.uri.fsPath, this.folder.fsPath, this.maxBytes);
    switch (found.kind) {
      case 'read':
        return textOf(found.bytes);
      case 'notAFile':
        return { kind: 'unreadable', reason: l10n.t('It is not a regular file.') };
      case 'outside':
        return { kind: 'unreadable', reason: l10n.t('It is a link that leads out of the folder.') };
      case 'missing':
      case 'tooLarge':
        return found;
    }
  }

  /** In a virtual workspace only the provider can read: it returns whole files or nothing. */
  private async readByProvider(): Promise<FileContent> {
    const { size, type } = await workspace.fs.stat(this.uri);
    if ((type & FileType.File) === 0) {
      return { kind: 'unreadable', reason: l10n.t('It is not a regular file.') };
    }
    if (size > this.maxBytes) return { kind: 'tooLarge', bytes: size };
    const bytes = await workspace.fs.readFile(this.uri);
    return bytes.length > this.maxBytes ? { kind: 'tooLarge', bytes: bytes.length } : textOf(bytes);
  }
}

function textOf(bytes: Uint8Array): FileContent {
  return { kind: 'text', text: new TextDecoder().decode(bytes) };
}

/** VS Code already watches the workspace; elsewhere only the file's own folder is watched, not the whole tree. */
function patternFor(folder: Uri, path: string): RelativePattern {
  if (workspace.getWorkspaceFolder(folder)) return new RelativePattern(folder, path);
  const slash = path.lastIndexOf('/');
  return new RelativePattern(Uri.joinPath(folder, path.slice(0, slash)), path.slice(slash + 1));
}
