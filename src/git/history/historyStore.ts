import * as l10n from '@vscode/l10n';
import { createHash } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { replaceFile } from '../../files/replaceFile';
import { decodeHistory, encodeHistory, formatVersion, headerBytes, readAtOf } from './historyCodec';
import { HistoryError } from './historyError';
import type { RepositoryPlace } from '../run/repositoryPlace';
import type { HistoryScope } from './repositoryView';
import { nothingStored, type StoredHistory } from './storedHistory';

/** The file that stores one repository's history; always replaced as a whole. */
export class HistoryStore {
  readonly path: string;

  /** Worktrees share the file for all local branches; each has its own for what it has checked out. */
  constructor(folder: string, place: RepositoryPlace, scope: HistoryScope) {
    const of = scope === 'head' ? place.gitDir : place.commonDir;
    const name = createHash('sha256').update(`${scope}\n${of}`).digest('hex').slice(0, 24);
    this.path = join(folder, `history-${name}.v${formatVersion}`);
  }

  /**
   * Loads the stored history; an empty one if there is no file, or it cannot be read right now.
   * @throws {HistoryError} `damagedStore`
   */
  async load(): Promise<StoredHistory> {
    let file: Buffer;
    try {
      file = await readFile(this.path);
    } catch (error) {
      // A file that cannot be read right now may still be fine.
      if (!isNoFile(error)) return nothingStored;
      throw this.damaged(error);
    }
    try {
      return await decodeHistory(file);
    } catch (error) {
      throw this.damaged(error);
    }
  }

  /** Moves a damaged file out of the way for a person to look at, at most one; it stays if it cannot be moved. */
  async setAside(): Promise<void> {
    await rename(this.path, `${this.path}.damaged`).catch(() =>
      rm(this.path, { recursive: true, force: true }).catch(() => undefined),
    );
  }

  /**
   * Stores a history, unless the stored one was read later (by another window).
   *
   * @returns the size of the file in bytes, or undefined if the stored one stayed
   * @throws {HistoryError} `storeUnwritable`
   */
  async save(history: StoredHistory): Promise<number | undefined> {
    try {
      const bytes = await encodeHistory(history);
      const beforeMove = async (): Promise<boolean> => {
        const keptAt = await this.keptAt();
        // A time in the future comes from a wrong clock: it must not keep us from writing forever.
        return keptAt <= history.readAt || keptAt > Date.now();
      };
      return (await replaceFile(this.path, bytes, { beforeMove })) ? bytes.length : undefined;
    } catch (error) {
      const message = l10n.t(
        'The history of goals cannot be kept in {0}. Free some space there, or make the folder writable.',
        dirname(this.path),
      );
      throw new HistoryError('storeUnwritable', message, { cause: error });
    }
  }

  /** When the stored history was read; -Infinity if there is none. */
  private async keptAt(): Promise<number> {
    const file = await open(this.path).catch(() => undefined);
    if (!file) return -Infinity;
    try {
      const { buffer } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
      return readAtOf(buffer) ?? -Infinity;
    } catch {
      return -Infinity;
    } finally {
      await file.close();
    }
  }

  private damaged(cause: unknown): HistoryError {
    return new HistoryError(
      'damagedStore',
      l10n.t('The history kept in {0} is damaged and is read again.', this.path),
      { cause },
    );
  }
}

/** Whether something other than a file stands in its place, and would for good. */
function isNoFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EISDIR' || error.code === 'ENOTDIR');
}
