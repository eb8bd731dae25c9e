import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Goal } from '../../core/goal/goal';
import { removeFiles } from '../../files/removeFiles';
import { replaceFile } from '../../files/replaceFile';
import type { Connection } from '../connection/connection';
import { signInPlace, type SignInPlace } from '../../core/tracker/signInPlace';
import { emptySnapshot, type Snapshot } from './snapshot';

// 2: goals have `closedAt`, and the code that trackers tie to them.
const version = 2;
/** A file without these can be shown, but everything is listed once more. */
const readableVersion = 1;
/** Goals per line: few enough that no line keeps the host busy. */
const goalsPerLine = 250;

interface Header extends Omit<Snapshot, 'goals'> {
  readonly version: number;
  readonly connection: string;
}

/**
 * The file that keeps one tracker's goals: a header, lines of goals, and a checksum. It is only ever replaced as a
 * whole, so that two windows always find a complete one; a damaged one is set aside.
 */
export class GoalCache {
  readonly path: string;
  private readonly fingerprint: string;
  private seen = '';

  constructor(
    folder: string,
    connection: Connection,
    private readonly log: (line: string) => void,
  ) {
    this.path = join(
      folder,
      `${cachePrefix(signInPlace(connection))}${digest(connection.id).slice(0, 24)}.jsonl`,
    );
    // Another mapping of fields makes other goals from the same items.
    this.fingerprint = digest(JSON.stringify(connection));
  }

  /** Loads what is kept; an empty snapshot if there is no usable file. */
  async load(): Promise<Snapshot> {
    const stamp = await stampOf(this.path);
    if (stamp === '') return emptySnapshot;
    try {
      const snapshot = await this.read();
      this.seen = stamp;
      return snapshot ?? emptySnapshot;
    } catch (error) {
      // A file that cannot be read now may still be fine, and is tried again with the next sync.
      if (isOfFileSystem(error) && !lasting.has(error.code)) {
        this.log(`The kept goals cannot be read: ${error.message}`);
        return emptySnapshot;
      }
      this.log(`The kept goals are damaged and set aside: ${error instanceof Error ? error.message : ''}`);
      // If neither works, the next save replaces the file.
      await rename(this.path, `${this.path}.damaged`)
        .catch(() => rm(this.path, { force: true }))
        .catch(() => undefined);
      return emptySnapshot;
    }
  }

  /**
   * Reads what is kept without touching the file; undefined if it cannot be used.
   *
   * @throws the file system's errors
   */
  async peek(): Promise<Snapshot | undefined> {
    try {
      return await this.read();
    } catch (error) {
      if (isOfFileSystem(error) && error.code !== 'ENOENT') throw error;
      return undefined;
    }
  }

  /** What another window has saved since we last read or wrote; undefined if nothing. */
  async loadNewer(): Promise<Snapshot | undefined> {
    const stamp = await stampOf(this.path);
    if (stamp === '' || stamp === this.seen) return undefined;
    const snapshot = await this.load();
    return snapshot === emptySnapshot ? undefined : snapshot;
  }

  /** Saves a snapshot. @throws the file system's errors */
  async save(snapshot: Snapshot): Promise<void> {
    let stamp = '';
    const beforeMove = async (temporary: string): Promise<boolean> => {
      // After the move, another window may already have put its own file in its place.
      stamp = await stampOf(temporary);
      return true;
    };
    await replaceFile(this.path, this.linesOf(snapshot), { beforeMove });
    this.seen = stamp;
  }

  /** Removes the file, and what was set aside or left half-written. */
  async remove(): Promise<void> {
    await removeFiles(dirname(this.path), (name) => name.startsWith(basename(this.path)));
    this.seen = '';
  }

  private *linesOf({ goals, ...rest }: Snapshot): Generator<string> {
    const hash = createHash('sha256');
    const header: Header = { version, connection: this.fingerprint, ...rest };
    for (let at = -goalsPerLine; at < goals.length; at += goalsPerLine) {
      const line = lineOf(at < 0 ? header : goals.slice(at, at + goalsPerLine));
      hash.update(line);
      yield `${line}\n`;
    }
    yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`;
  }

  private isReadable({ version: written, connection }: Header): boolean {
    return (written === version || written === readableVersion) && connection === this.fingerprint;
  }

  /** Undefined if the file is of another version, or was made for another form of the connection. */
  private async read(): Promise<Snapshot | undefined> {
    const hash = createHash('sha256');
    const goals: Goal[] = [];
    let header: Header | undefined;
    let end: { sha256?: unknown } | undefined;
    const input = createReadStream(this.path, 'utf8');
    try {
      for await (const line of createInterface({ input, crlfDelay: Infinity })) {
        const value = JSON.parse(line) as unknown;
        if (!header) {
          header = value as Header;
          if (!this.isReadable(header)) return undefined;
          hash.update(line);
        } else if (Array.isArray(value)) {
          for (const goal of value as Goal[]) goals.push(goal);
          hash.update(line);
        } else end = value as typeof end;
      }
    } finally {
      input.destroy();
    }
    if (!header || end?.sha256 !== hash.digest('hex')) throw new DamagedCache('its checksum does not match');
    const { askedIds, unread, asOf } = header;
    const { mark, sweptAt } = header.version === version ? header : {};
    return {
      goals,
      askedIds,
      ...(unread !== undefined && { unread }),
      ...(mark !== undefined && { mark }),
      ...(sweptAt !== undefined && { sweptAt }),
      ...(asOf !== undefined && { asOf }),
    };
  }
}

/** The file's content is not what was written to it. */
class DamagedCache extends Error {}

/** What the names of the files of all connections with one token begin with, so that signing out finds every one. */
export function cachePrefix(place: SignInPlace): string {
  return `goals-${digest(place).slice(0, 12)}-`;
}

/**
 * Faults of something that is not a file at all, which nothing could replace. A file that may not be read is replaced
 * by the next.
 */
const lasting: ReadonlySet<string | undefined> = new Set(['EISDIR', 'ENOTDIR']);

/** Whether an error comes from the operating system and not from a parser. */
function isOfFileSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** Tells versions of a file apart, even after it is moved; empty if there is none. */
async function stampOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found ? `${found.mtimeNs} ${found.size} ${found.ino}` : '';
}

/** JSON on one line: JSON allows U+2028 and U+2029 in a text, where Node's readline ends a line. */
function lineOf(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (end) =>
    end === '\u2028' ? '\\u2028' : '\\u2029',
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
