import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Pin } from './pins';

/** Where what was fetched once is kept: outside of what git sees. */
const folder = 'out/answers';
/** A host that does not answer is no reason to wait for long. */
const patienceMs = 20_000;

/** The text of a pinned file, from the network only the first time. @throws with what to do, where it cannot be had */
export async function pinnedFile(
  { repository, commit }: Pick<Pin, 'repository' | 'commit'>,
  path: string,
): Promise<string> {
  const kept = join(folder, repository, commit, path);
  const before = await readFile(kept, 'utf8').catch(() => undefined);
  if (before !== undefined) return before;
  const address = `https://raw.githubusercontent.com/${repository}/${commit}/${encodeURI(path)}`;
  const text = await fetched(address).catch((error: unknown) => {
    const why =
      error instanceof Error ? [error.message, causeOf(error)].filter(Boolean).join(': ') : String(error);
    throw new Error(
      `${address} could not be fetched (${why}). Without a way to that host, put the file of this commit at ${kept} by hand.`,
      { cause: error },
    );
  });
  await mkdir(dirname(kept), { recursive: true });
  await writeFile(kept, text);
  return text;
}

async function fetched(address: string): Promise<string> {
  const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
  if (!answer.ok) throw new Error(`the answer is ${answer.status}`);
  return answer.text();
}

/** The reason of a network fault stands in the cause of `fetch`'s own error. */
function causeOf({ cause }: Error): string | undefined {
  return cause instanceof Error ? cause.message : undefined;
}
