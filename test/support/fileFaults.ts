import fs, { promises, type PathLike } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

/** What the operating system says. */
export type FileFault = 'ENOSPC' | 'EMFILE' | 'EIO' | 'EACCES';

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
  const fail = (call: string): void => {
    calls += 1;
    if (calls !== nth) return;
    throw Object.assign(new Error(`${code}: injected, ${call}`), { code, syscall: call });
  };
  const patched = promises as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = functions.map((name) => [name, patched[name]] as const);
  for (const [name, original] of originals) {
    patched[name] = async (...args: unknown[]) => {
      const [path] = args as [PathLike | FileHandle];
      if (typeof path === 'string' && path.startsWith(folder)) fail(name);
      const result = await original?.apply(promises, args);
      return name === 'open' ? failing(result as FileHandle, fail) : result;
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

/** A handle whose own calls count as well. */
function failing(file: FileHandle, fail: (call: string) => void): FileHandle {
  for (const name of ['write', 'writeFile', 'chmod', 'read'] as const) {
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
