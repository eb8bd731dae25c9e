import { EventEmitter, FileSystemError, FileType, type FileStat, type Uri } from 'vscode';
import type { FileChangeEvent, FileSystemProvider } from 'vscode';

/** Files that are on no disk, as those of a repository that is browsed on its host; they can only be read. */
export class MemoryFiles implements FileSystemProvider {
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  /** @param files their texts, by path */
  constructor(private readonly files: ReadonlyMap<string, string>) {}

  watch(): { dispose(): void } {
    return { dispose: () => undefined };
  }

  stat({ path }: Uri): FileStat {
    const text = this.files.get(path);
    if (text === undefined && !this.isFolder(path)) throw FileSystemError.FileNotFound(path);
    return {
      type: text === undefined ? FileType.Directory : FileType.File,
      ctime: 0,
      mtime: 0,
      size: text?.length ?? 0,
    };
  }

  readDirectory({ path }: Uri): [string, FileType][] {
    const below = [...this.files.keys()].filter((file) => file.startsWith(`${path}/`));
    const rest = below.map((file) => file.slice(path.length + 1).split('/'));
    return [
      ...new Map(
        rest.map(([name = '', ...more]) => [name, more.length > 0 ? FileType.Directory : FileType.File]),
      ),
    ];
  }

  readFile({ path }: Uri): Uint8Array {
    const text = this.files.get(path);
    if (text === undefined) throw FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  private isFolder(path: string): boolean {
    return [...this.files.keys()].some((file) => file.startsWith(`${path}/`));
  }
}
