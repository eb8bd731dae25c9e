import { stat } from 'node:fs/promises';

/** Stands for a file's contents, as far as its folder tells; empty where there is no such file. */
export async function fileStamp(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found ? `${found.mtimeNs} ${found.ctimeNs} ${found.size} ${found.ino}` : '';
}
