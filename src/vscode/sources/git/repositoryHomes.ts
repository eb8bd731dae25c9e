import { EventEmitter, type Disposable, type LogOutputChannel } from 'vscode';
import { anywhere, type RepositoryHome } from '../../../core/catalog/repositoryHome';
import { Disposables } from '../../../core/disposables';
import { readRemotes } from '../../../git/remotes/readRemotes';
import type { Git } from '../../../git/run/git';
import type { GitRepository } from './gitExtension';

/** Where the open repositories are hosted, by their remotes; read on first use, and again when a remote changes. */
export class RepositoryHomes implements Disposable {
  private readonly owned = new Disposables();
  private readonly known = new Map<GitRepository, RepositoryHome>();
  private readonly changed = this.owned.add(new EventEmitter<void>());
  private readonly end = new AbortController();

  /** Fires once it is known where a repository is hosted. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly git: Git,
    private readonly log: LogOutputChannel,
  ) {
    this.owned.add({ dispose: () => this.end.abort() });
  }

  /**
   * Where a repository is hosted, as far as it is known; the first call starts reading. The same object until it
   * changes.
   */
  of(repository: GitRepository | undefined): RepositoryHome {
    if (!repository) return anywhere;
    let home = this.known.get(repository);
    if (!home) {
      home = { folder: repository.rootUri.toString(), remotes: [] };
      this.known.set(repository, home);
      this.read(repository);
      let remotes = textOf(repository);
      this.owned.add(
        repository.state.onDidChange(() => {
          const now = textOf(repository);
          if (now === remotes) return;
          remotes = now;
          this.read(repository);
        }),
      );
    }
    return home;
  }

  dispose(): void {
    this.owned.dispose();
  }

  private read(repository: GitRepository): void {
    const { rootUri } = repository;
    readRemotes(this.git, rootUri.fsPath, this.end.signal)
      .then((remotes) => {
        if (this.end.signal.aborted) return;
        this.known.set(repository, { folder: rootUri.toString(), remotes });
        this.changed.fire();
      })
      .catch((error: unknown) => {
        if (!this.end.signal.aborted)
          this.log.warn(`The remotes of ${rootUri.fsPath} cannot be read.`, error);
      });
  }
}

/** The remotes as the git extension reports them, to detect changes. */
function textOf({ state }: GitRepository): string {
  return state.remotes
    .map(({ name, fetchUrl = '', pushUrl = '' }) => `${name} ${fetchUrl} ${pushUrl}`)
    .join('\n');
}
