import {
  EventEmitter,
  RelativePattern,
  Uri,
  workspace,
  type Disposable,
  type LogOutputChannel,
} from 'vscode';
import { Disposables } from '../../../core/disposables';
import { BranchChoicesFile } from '../../../git/links/branchChoicesFile';
import type { Git } from '../../../git/run/git';
import { placeOf } from '../../../git/run/repositoryPlace';
import type { GitRepository } from './gitExtension';

/** The branch choices of every repository asked for, kept up to date with other windows. */
export class BranchChoicesStore implements Disposable {
  private readonly owned = new Disposables();
  private readonly opened = new Map<string, Promise<BranchChoicesFile>>();
  private readonly loaded = new Map<string, BranchChoicesFile>();
  private readonly changed = this.owned.add(new EventEmitter<void>());

  /** Fires when a choice about a branch changes. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly git: Git,
    private readonly log: LogOutputChannel,
  ) {}

  /** The choices of a repository as far as they are read; the first call starts reading. */
  peek(repository: GitRepository): BranchChoicesFile | undefined {
    void this.of(repository).catch(() => undefined);
    return this.loaded.get(repository.rootUri.toString());
  }

  /** Reads the choices of a repository. @throws {GitError} if git or the file fails */
  of(repository: GitRepository): Promise<BranchChoicesFile> {
    const id = repository.rootUri.toString();
    let file = this.opened.get(id);
    if (!file) {
      file = this.open(repository);
      this.opened.set(id, file);
      file.catch((error: unknown) => {
        // Not cached: next time git may be there, or free.
        this.opened.delete(id);
        this.log.error(`The branch links of ${id} cannot be read.`, error);
      });
    }
    return file;
  }

  /** Links a goal to a branch explicitly. @throws {GitError} if that cannot be written */
  async link(repository: GitRepository, branch: string, key: string): Promise<void> {
    await (await this.of(repository)).link(branch, key);
    this.changed.fire();
  }

  /** Records "Not this goal" for a branch. @throws {GitError} if that cannot be written */
  async reject(repository: GitRepository, branch: string, key: string): Promise<void> {
    await (await this.of(repository)).reject(branch, key);
    this.changed.fire();
  }

  dispose(): void {
    this.owned.dispose();
  }

  private async open({ rootUri: root, state }: GitRepository): Promise<BranchChoicesFile> {
    const { commonDir } = await placeOf(this.git, root.fsPath);
    const file = new BranchChoicesFile(this.git, root.fsPath, commonDir);
    const watcher = this.owned.add(
      workspace.createFileSystemWatcher(
        new RelativePattern(Uri.joinPath(Uri.file(commonDir), 'goal-lens'), 'links'),
      ),
    );
    const reload = (): void => {
      file.load().then(
        () => this.changed.fire(),
        (error: unknown) => this.log.error(`The branch links in ${file.path} cannot be read.`, error),
      );
    };
    this.owned.add(watcher.onDidChange(reload));
    this.owned.add(watcher.onDidCreate(reload));
    this.owned.add(watcher.onDidDelete(reload));
    let branch = state.HEAD?.name;
    this.owned.add(
      state.onDidChange(() => {
        // A renamed branch takes its links along, and a new one with an old name has none.
        if (state.HEAD?.name === branch) return;
        branch = state.HEAD?.name;
        reload();
      }),
    );
    try {
      await file.load();
    } catch (error) {
      // A damaged file must not hide the goals that the branch's name gives.
      this.log.error(`The branch links in ${file.path} cannot be read.`, error);
    }
    this.loaded.set(root.toString(), file);
    this.changed.fire();
    return file;
  }
}
