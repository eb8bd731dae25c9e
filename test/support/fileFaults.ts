import fs, { promises, type PathLike } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

/** What the operating system says; `short`: it writes the half of it, and then says that the disk is full. */
export type FileFault = 'ENOSPC' | 'EMFILE' | 'EIO' | 'EACCES' | 'short';

/** Every fault, for a test of each. */
export const fileFaults = [
  'ENOSPC',
  'EMFILE',
  'EIO',
  'EACCES',
  'short',
] as const satisfies readonly FileFault[];

const functions = ['open', 'rename', 'rm', 'stat', 'mkdir', 'readFile', 'writeFile', 'readdir'] as const;

/**
 * Runs something while the nth call to the file system fails, counted from 1; below `folder` only, so that the test
 * itself goes on.
 *
 * @returns whether there was an nth call
 */
export async function withFileFault(
  folder: string,
  nth: number,
  code: FileFault,
  run: () => Promise<unknown>,
): Promise<boolean> {
  let calls = 0;
  /** What was opened in the folder. */
  const files = new WeakSet<object>();
  const isFaulty = (): boolean => {
    calls += 1;
    return calls === nth;
  };
  const fail = (call: string): void => {
    if (isFaulty()) throw faultOf(code, call);
  };
  const patched = promises as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = functions.map((name) => [name, patched[name]] as const);
  for (const [name, original] of originals) {
    patched[name] = async (...args: unknown[]) => {
      const [target, data] = args as [PathLike | FileHandle, unknown];
      const isHere = typeof target === 'string' ? target.startsWith(folder) : files.has(target);
      if (isHere && isFaulty()) {
        const half = code === 'short' && name === 'writeFile' ? halfOf(data) : undefined;
        if (half) await original?.apply(promises, [target, half]);
        throw faultOf(code, name);
      }
      const result = await original?.apply(promises, args);
      if (name !== 'open' || !isHere) return result;
      files.add(result as FileHandle);
      return failing(result as FileHandle, fail);
    };
  }
  const { open } = fs;
  // Streams open by the older form.
  Object.assign(fs, {
    open: (path: unknown, ...rest: unknown[]) => {
      const done = rest.at(-1) as (error: unknown) => void;
      try {
        if (typeof path === 'string' && path.startsWith(folder)) fail('open');
      } catch (error) {
        process.nextTick(done, error);
        return;
      }
      (open as (...args: unknown[]) => void)(path, ...rest);
    },
  });
  try {
    await run();
  } finally {
    Object.assign(fs, { open });
    for (const [name, original] of originals) if (original) patched[name] = original;
  }
  return calls >= nth;
}

function faultOf(code: FileFault, call: string): Error {
  const said = code === 'short' ? 'ENOSPC' : code;
  return Object.assign(new Error(`${said}: injected, ${call}`), { code: said, syscall: call });
}

/** What of it is written before the disk is full. */
function halfOf(data: unknown): Buffer {
  const bytes = Buffer.from(
    typeof data === 'string' || data instanceof Uint8Array ? data : [...(data as Iterable<string>)].join(''),
  );
  return bytes.subarray(0, bytes.length >> 1);
}

/** A handle whose own calls count as well. */
function failing(file: FileHandle, fail: (call: string) => void): FileHandle {
  for (const name of ['chmod', 'read'] as const) {
    const original = (file[name] as (...args: unknown[]) => Promise<unknown>).bind(file);
    Object.assign(file, {
      [name]: async (...args: unknown[]) => {
        fail(name);
        return original(...args);
      },
    });
  }
  return file;
}
