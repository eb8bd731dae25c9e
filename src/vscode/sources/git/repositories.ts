import { EventEmitter, extensions, type LogOutputChannel, type Uri } from 'vscode';
import type { Disposable } from '../../../core/event';
import { Disposables } from '../../../core/disposables';
import {
  getGitExtension,
  type GitApi,
  type GitRepository,
  type PostCommitCommandsProvider,
} from './gitExtension';

/** The open git repositories, and news of their branches. */
export class Repositories implements Disposable {
  private readonly owned = new Disposables();
  private readonly session = this.owned.add(new Disposables());
  private readonly known = new Map<
    string,
    { readonly repository: GitRepository; readonly watch: Disposable }
  >();
  private readonly changed = this.owned.add(new EventEmitter<void>());
  private api: GitApi | undefined;
  private isConnected = false;

  /**
   * Fires when a repository was opened, closed or selected in the Source Control view, its HEAD moved, or a rebase
   * stopped.
   */
  readonly onDidChange = this.changed.event;

  /** Offers what can follow a commit, whenever git is on; set it before `start`. */
  afterCommit: PostCommitCommandsProvider | undefined;

  constructor(private readonly log: LogOutputChannel) {}

  /**
   * Connects to the git extension. Without it there are no repositories; it may appear later, once the person trusts
   * the folder.
   */
  async start(): Promise<void> {
    const search = this.owned.add(new Disposables());
    const connect = async (): Promise<void> => {
      const extension = await getGitExtension();
      if (!extension || this.isConnected) return;
      this.isConnected = true;
      search.dispose();
      const follow = (): void => {
        this.session.clear();
        this.api = undefined;
        if (extension.enabled) this.follow(extension.getAPI(1));
        this.changed.fire();
      };
      this.owned.add(extension.onDidChangeEnablement(follow));
      follow();
    };
    search.add(
      extensions.onDidChange(() => {
        connect().catch((error: unknown) => this.log.error('The git extension cannot be used.', error));
      }),
    );
    await connect();
    if (!this.isConnected) this.log.info('The git extension is not available: goals come from the path map.');
  }

  /** The path of the git executable; empty without git. */
  get gitPath(): string {
    return this.api?.git.path ?? '';
  }

  /** False until the git extension has looked for repositories. */
  get isReady(): boolean {
    return this.api === undefined || this.api.state === 'initialized';
  }

  /** The open repositories, each the same object while it is open: the git extension creates new ones on every call. */
  get all(): readonly GitRepository[] {
    return [...this.known.values()].map(({ repository }) => repository);
  }

  /** The repository that holds a file or folder on disk. */
  of(uri: Uri): GitRepository | undefined {
    // The git extension compares only the path, which another machine may have too.
    const found = uri.scheme === 'file' ? this.api?.getRepository(uri) : null;
    return found ? this.known.get(found.rootUri.toString())?.repository : undefined;
  }

  /** The URI of a file as of a commit. */
  gitUri(uri: Uri, ref: string): Uri | undefined {
    return this.api?.toGitUri(uri, ref);
  }

  /** The repository to assume when no file says which: the one selected in Source Control, or the only one. */
  get chosen(): GitRepository | undefined {
    return this.all.length === 1 ? this.all[0] : this.all.find(({ ui }) => ui.selected);
  }

  dispose(): void {
    this.owned.dispose();
  }

  private follow(api: GitApi): void {
    this.api = api;
    const offered = this.afterCommit && api.registerPostCommitCommandsProvider?.(this.afterCommit);
    if (offered) this.session.add(offered);
    this.session.add(api.onDidChangeState(() => this.changed.fire()));
    this.session.add(
      api.onDidOpenRepository((repository) => {
        this.add(repository);
        this.changed.fire();
      }),
    );
    this.session.add(
      api.onDidCloseRepository(({ rootUri }) => {
        this.known.get(rootUri.toString())?.watch.dispose();
        this.known.delete(rootUri.toString());
        this.changed.fire();
      }),
    );
    this.session.add({
      dispose: () => {
        for (const { watch } of this.known.values()) watch.dispose();
        this.known.clear();
      },
    });
    for (const repository of api.repositories) this.add(repository);
  }

  /** The git extension reports every status change; only a moved HEAD and a rebase matter here. */
  private add(repository: GitRepository): void {
    const id = repository.rootUri.toString();
    if (this.known.has(id)) return;
    const headOf = (): string => {
      const { HEAD, rebaseCommit } = repository.state;
      return [HEAD?.name, HEAD?.commit, rebaseCommit?.hash].join('\n');
    };
    let head = headOf();
    const watches = new Disposables();
    watches.add(
      repository.state.onDidChange(() => {
        const now = headOf();
        if (now === head) return;
        head = now;
        this.changed.fire();
      }),
    );
    watches.add(repository.ui.onDidChange(() => this.changed.fire()));
    this.known.set(id, { repository, watch: watches });
  }
}
