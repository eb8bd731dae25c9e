/**
 * Puts lines of data between two marks that carry a nonce. The data has passed `untrusted`, so each of its lines begins
 * with a label of ours; and as it does not contain the nonce, it cannot forge the closing mark.
 */
export function fenced(lines: readonly string[], note: string, nonce: string): string {
  return `[goal-lens ${nonce}] ${note}\n${lines.join('\n')}\n[/goal-lens ${nonce}]`;
}

const attempts = 100;

/** A nonce of eight hexadecimal digits that does not occur in a text. @param random makes a new one on each call */
export function nonceFor(text: string, random: () => string): string {
  const held = text.toLowerCase();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const nonce = random().toLowerCase();
    if (/^[0-9a-f]{8}$/.test(nonce) && !held.includes(nonce)) return nonce;
  }
  throw new Error('No nonce was found that the text does not hold.');
}

/** The nonce that takes the most tokens. */
export const longestNonce = 'a0a0a0a0';
