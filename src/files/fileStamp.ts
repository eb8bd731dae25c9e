import { stat } from 'node:fs/promises';

/** A stamp of a file's contents, as far as its folder tells; empty if there is no such file. */
export async function fileStamp(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found ? `${found.mtimeNs} ${found.ctimeNs} ${found.size} ${found.ino}` : '';
}
