import { readBounded } from './readBounded';

const defaultMaxBytes = 1024 * 1024;

/**
 * Reads a regular file as UTF-8. Returns undefined if the file is missing, unreadable, larger than `maxBytes`, or not a
 * regular file. Follows symbolic links, including those that lead out of the folder.
 */
export async function regularText(path: string, maxBytes = defaultMaxBytes): Promise<string | undefined> {
  const found = await readBounded(path, undefined, maxBytes).catch(() => undefined);
  return found?.kind === 'read' ? found.bytes.toString('utf8') : undefined;
}
