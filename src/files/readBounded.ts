import { constants } from 'node:fs';
import { lstat, open, realpath, type FileHandle } from 'node:fs/promises';
import { isBelow } from './isBelow';

/** The result of reading a file that others wrote. */
export type BoundedRead =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'missing' }
  /** A folder, a device, a pipe, a socket or an endless link: nothing of it was read. */
  | { readonly kind: 'notAFile' }
  /** A symbolic link leads out of the folder: nothing was read. */
  | { readonly kind: 'outside' }
  /** The file is larger than allowed; `bytes` is its size as far as it is known. */
  | { readonly kind: 'tooLarge'; readonly bytes: number };

/** How much is read at once, in bytes. */
const chunkBytes = 64 * 1024;

/*
 * The path is resolved first, and the last step of what it resolves to is never followed again. O_NONBLOCK keeps a pipe
 * that was put there meanwhile from holding the caller, O_NOCTTY keeps a terminal from taking the process over. Windows
 * has none of the three, and JavaScript takes what is undefined for 0 here.
 */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * Reads a file that a repository brings along: only a regular file, and at most one byte more than `maxBytes`, from one
 * open handle.
 *
 * @param within the folder that symbolic links may not lead out of; undefined if they may lead anywhere
 * @throws the file system's errors if the file exists but cannot be read
 */
export async function readBounded(
  path: string,
  within: string | undefined,
  maxBytes: number,
): Promise<BoundedRead> {
  try {
    const target = await realpath(path);
    if (within !== undefined && !isBelow(target, await realpath(within))) return { kind: 'outside' };
    // A device is not even opened, as opening one can have effects.
    if (!(await lstat(target)).isFile()) return { kind: 'notAFile' };
    const file = await open(target, flags);
    try {
      return await readFrom(file, maxBytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    if (code === 'ELOOP') return { kind: 'notAFile' };
    throw error;
  }
}

async function readFrom(file: FileHandle, maxBytes: number): Promise<BoundedRead> {
  const stats = await file.stat();
  if (!stats.isFile()) return { kind: 'notAFile' };
  if (stats.size > maxBytes) return { kind: 'tooLarge', bytes: stats.size };
  const chunks: Buffer[] = [];
  // The size is only a hint: the file may grow meanwhile.
  for (let left = maxBytes + 1; left > 0;) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(left, chunkBytes)));
    if (bytesRead === 0) return { kind: 'read', bytes: Buffer.concat(chunks) };
    chunks.push(buffer.subarray(0, bytesRead));
    left -= bytesRead;
  }
  return { kind: 'tooLarge', bytes: maxBytes + 1 };
}
