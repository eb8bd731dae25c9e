import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long lines are read before the host may do something else, in milliseconds: some take far longer than others. */
const turnMs = 10;

/**
 * Reads the lines of a document one by one, without holding up the host for all of them; stops once nobody waits for
 * the answer any more.
 *
 * @param now milliseconds since any time
 * @returns whether all of them were read
 */
export async function readInTurns(
  lines: readonly string[],
  read: (text: string, line: number) => void,
  token: { readonly isCancellationRequested: boolean },
  now = (): number => performance.now(),
): Promise<boolean> {
  let began = now();
  for (const [line, text] of lines.entries()) {
    if (now() - began >= turnMs) {
      await nextTurn();
      began = now();
    }
    if (token.isCancellationRequested) return false;
    read(text, line);
  }
  return true;
}
