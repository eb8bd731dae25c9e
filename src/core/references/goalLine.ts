import { normalizeKey } from '../goal/goalKey';

/** The 0-based line of a goals file on which the goal with a key begins; undefined if there is none. */
export function lineOfGoal(text: string, key: string): number | undefined {
  const wanted = normalizeKey(key);
  const lines = text.split(/\r\n|\n|\r/);
  const at = lines.findIndex((line) => {
    const [, written] = /^[\s\-{,"']*key["']?\s*:\s*["']?([^\s"',}#][^\s"',}]*)/.exec(line) ?? [];
    return written !== undefined && normalizeKey(written) === wanted;
  });
  return at < 0 ? undefined : at;
}
