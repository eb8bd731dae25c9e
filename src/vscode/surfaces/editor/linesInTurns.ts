import { setImmediate as nextTurn } from 'node:timers/promises';

/** How many lines are read before the host may do something else. */
const linesAtOnce = 100;

/**
 * Reads the lines of a document one by one, without holding up the host for all of them; stops once nobody waits for
 * the answer any more.
 *
 * @returns whether all of them were read
 */
export async function readInTurns(
  lines: readonly string[],
  read: (text: string, line: number) => void,
  token: { readonly isCancellationRequested: boolean },
): Promise<boolean> {
  for (const [line, text] of lines.entries()) {
    if (line > 0 && line % linesAtOnce === 0) await nextTurn();
    if (token.isCancellationRequested) return false;
    read(text, line);
  }
  return true;
}
