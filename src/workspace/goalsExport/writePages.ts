import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { regularText } from '../../files/regularText';
import { removeFiles } from '../../files/removeFiles';
import { replaceFile } from '../../files/replaceFile';
import { firstPage, laterPage } from './goalPages';

/** Everybody may read what will be served. */
const mode = 0o644;
/** How many bytes more a page with the same goals may have: its time may be written in another way. */
const slack = 1024;

/**
 * Writes pages into a folder, the first page last, and removes those that nothing leads to any more. A first page that
 * differs only in its time stays as it is, so that a server's ETag does too.
 *
 * @throws the file system's errors
 */
export async function writePages(folder: string, pages: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of pages) {
    const path = join(folder, name);
    // What is longer, or no file at all, is not this page.
    const there = await regularText(path, Buffer.byteLength(text) + slack);
    if (there === undefined || contentOf(there) !== contentOf(text)) await replaceFile(path, text, { mode });
  }
  await removeFiles(folder, (name) => laterPage.test(name) && !pages.has(name));
}

/** A page without the line that says when it was written. */
function contentOf(text: string): string {
  return text.replace(/^ "generatedAt": .*$/m, '');
}

/** Where a reader begins. */
export function startOf(folder: string): string {
  return join(folder, firstPage);
}
