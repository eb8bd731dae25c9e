import type { LogOutputChannel } from 'vscode';
import { Emitter } from '../../../core/event';
import type { FileCommit } from '../../../core/links/fileLinks';
import type { ReferenceRules } from '../../../core/links/referenceRules';
import type { Git } from '../../../git/run/git';
import type { HistoryIndex } from '../../../git/history/historyIndex';

/** The history index of every repository asked for; its code is loaded with the first. */
export class HistoryIndexes {
  private readonly read = new Emitter<{ readonly root: string; readonly index: HistoryIndex }>();
  private readonly opened = new Map<string, Promise<HistoryIndex>>();
  /** The indexes that can answer at once. */
  private readonly ready = new Map<string, HistoryIndex>();

  /** Fires when the index of a repository is up to date. */
  readonly onDidRead = this.read.event;

  /** @param folder the path of the folder that holds the indexes */
  constructor(
    private readonly git: Git,
    readonly folder: string,
    private readonly log: LogOutputChannel,
  ) {}

  /** The index of a repository under these rules, as last read. @throws {GitError} */
  async of(root: string, rules: ReferenceRules): Promise<HistoryIndex> {
    let index = this.opened.get(root);
    if (!index) {
      index = this.open(root, rules);
      this.opened.set(root, index);
      // An index that failed to open is retried next time.
      index.catch(() => this.opened.delete(root));
    }
    const open = await index;
    this.ready.set(root, open);
    open.setRules(rules);
    return open;
  }

  /** The commits up to `head` that touched a file and name a goal, as far as an index in memory knows. */
  commitsTouching(root: string, head: string, path: string): readonly FileCommit[] {
    return this.ready.get(root)?.commitsTouching(path, head) ?? [];
  }

  /**
   * The index of a repository under these rules, brought up to date. If it cannot be saved, as on a full or read-only
   * disk, that is only logged: its answers are right all the same.
   *
   * @throws {GitError}
   */
  async upToDate(root: string, rules: ReferenceRules, signal: AbortSignal): Promise<HistoryIndex> {
    const index = await this.of(root, rules);
    signal.throwIfAborted();
    try {
      await index.update(signal);
    } catch (error) {
      const { isHistoryFault } = await import('../../../git/history/historyError');
      if (!isHistoryFault(error, 'storeUnwritable')) throw error;
      this.log.warn('The history index cannot be kept and will be read again.', error);
    }
    signal.throwIfAborted();
    this.read.fire({ root, index });
    return index;
  }

  private async open(root: string, rules: ReferenceRules): Promise<HistoryIndex> {
    const [{ HistoryIndex }, { pruneIndexes }] = await Promise.all([
      import('../../../git/history/historyIndex'),
      import('../../../git/history/pruneIndexes'),
    ]);
    if (this.opened.size <= 1) await pruneIndexes(this.folder, Date.now());
    return HistoryIndex.open({
      git: this.git,
      root,
      folder: this.folder,
      rules,
      onDamaged: (error) => this.log.warn('The history index was damaged and is made again.', error),
    });
  }
}
