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
import { NewestContent } from '../../../core/newestContent';
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
  private readonly content: NewestContent<FileContent>;

  /**
   * @param path leads into a folder of its own below `folder`
   * @param maxBytes larger files are not read
   * @param use takes what was read; the signal aborts once there is newer content
   */
  constructor(
    private readonly folder: Uri,
    path: string,
    private readonly maxBytes: number,
    private readonly log: LogOutputChannel,
    use: (content: FileContent, signal: AbortSignal) => Promise<void>,
  ) {
    this.uri = Uri.joinPath(folder, path);
    this.content = this.owned.add(
      new NewestContent(
        () => this.read(),
        (content, signal) =>
          use(content, signal).catch((error: unknown) => {
            if (!signal.aborted) this.log.error(`Using ${this.uri.toString(true)} failed.`, error);
          }),
      ),
    );
    const reload = (): void => void this.reload();
    for (const pattern of patternsFor(folder, path)) {
      const watcher = this.owned.add(workspace.createFileSystemWatcher(pattern));
      this.owned.add(watcher.onDidChange(reload));
      this.owned.add(watcher.onDidCreate(reload));
      this.owned.add(watcher.onDidDelete(reload));
    }
  }

  /** Rereads the file, and resolves once it has been used. Never rejects: errors are delivered as content too. */
  reload(): Promise<void> {
    return this.content.reload();
  }

  dispose(): void {
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

/**
 * The file and its own folder: when a whole folder goes, as with a switch of branches, VS Code tells of nothing in it.
 * It already watches the workspace; elsewhere only these two are watched, not the whole tree.
 */
function patternsFor(folder: Uri, path: string): RelativePattern[] {
  const slash = path.lastIndexOf('/');
  const own = path.slice(0, slash);
  const file = workspace.getWorkspaceFolder(folder)
    ? new RelativePattern(folder, path)
    : new RelativePattern(Uri.joinPath(folder, own), path.slice(slash + 1));
  return [file, new RelativePattern(folder, own)];
}
