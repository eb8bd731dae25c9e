import { Uri, type Disposable, type LogOutputChannel } from 'vscode';
import { Disposables } from '../../../core/disposables';
import type { Roots } from './roots';
import { WatchedFile, type FileContent } from './watchedFile';

/** Consumes a file that is at the same place below every root. */
export interface RootFileReader {
  /** Takes what was read; the signal aborts once there is newer content. */
  use(folder: string, uri: Uri, content: FileContent, signal: AbortSignal): Promise<void>;
  /** Called when a root is gone. */
  forget(folder: string, uri: Uri): void;
}

/** Follows the file at one relative path below every root. */
export class RootFiles implements Disposable {
  private readonly owned = new Disposables();
  private readonly files = new Map<string, WatchedFile>();

  /** @param maxBytes larger files are not read */
  constructor(
    private readonly roots: Roots,
    private readonly path: string,
    private readonly maxBytes: number,
    private readonly reader: RootFileReader,
    private readonly log: LogOutputChannel,
  ) {
    this.owned.add(roots.onDidChange(() => void this.start()));
    this.owned.add({ dispose: () => this.files.forEach((file) => file.dispose()) });
  }

  /** Reads the file of every new root, and forgets the files of roots that are gone. */
  async start(): Promise<void> {
    const roots = new Map(this.roots.all.map((root) => [root.toString(), root]));
    for (const [folder, file] of this.files) {
      if (roots.has(folder)) continue;
      file.dispose();
      this.files.delete(folder);
      this.reader.forget(folder, file.uri);
    }
    const added = [...roots].filter(([folder]) => !this.files.has(folder));
    await Promise.all(
      added.map(async ([folder, root]) => {
        const uri = Uri.joinPath(root, this.path);
        const file = new WatchedFile(root, this.path, this.maxBytes, this.log, (content, signal) =>
          this.reader.use(folder, uri, content, signal),
        );
        this.files.set(folder, file);
        await file.reload();
      }),
    );
  }

  /** Rereads every file. */
  async refresh(): Promise<void> {
    await Promise.all([...this.files.values()].map((file) => file.reload()));
  }

  /** The followed files, by the URI of their root. */
  get uris(): ReadonlyMap<string, Uri> {
    return new Map([...this.files].map(([folder, { uri }]) => [folder, uri]));
  }

  dispose(): void {
    this.owned.dispose();
  }
}
