import { readBounded } from './readBounded';

const defaultMaxBytes = 1024 * 1024;

/**
 * The text of a regular file; undefined if there is none, or something else, or too much of it, or if it cannot be read.
 * Follows symbolic links wherever they lead.
 */
export async function regularText(path: string, maxBytes = defaultMaxBytes): Promise<string | undefined> {
  const found = await readBounded(path, undefined, maxBytes).catch(() => undefined);
  return found?.kind === 'read' ? found.bytes.toString('utf8') : undefined;
}
