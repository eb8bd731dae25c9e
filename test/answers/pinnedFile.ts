import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Pin } from './pins';

/** Where what was fetched once is kept: outside of what git sees. */
const folder = 'out/answers';

/** The text of a pinned file, from the network only the first time. */
export async function pinnedFile({ repository, commit }: Pin, path: string): Promise<string> {
  const kept = join(folder, repository, commit, path);
  const before = await readFile(kept, 'utf8').catch(() => undefined);
  if (before !== undefined) return before;
  const address = `https://raw.githubusercontent.com/${repository}/${commit}/${encodeURI(path)}`;
  const answer = await fetch(address, { redirect: 'error' });
  if (!answer.ok) throw new Error(`${address} → ${answer.status}`);
  const text = await answer.text();
  await mkdir(dirname(kept), { recursive: true });
  await writeFile(kept, text);
  return text;
}
