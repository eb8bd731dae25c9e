/**
 * Puts lines of data between two marks that carry a nonce. The data has passed `untrusted`, so that every line of it
 * begins with a label of ours; and as it does not hold the nonce, it cannot write the mark that ends it.
 */
export function fenced(lines: readonly string[], note: string, nonce: string): string {
  return `[goal-lens ${nonce}] ${note}\n${lines.join('\n')}\n[/goal-lens ${nonce}]`;
}

const attempts = 100;

/** A nonce of eight hexadecimal digits that a text does not hold. @param random makes one, another each time */
export function nonceFor(text: string, random: () => string): string {
  const held = text.toLowerCase();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const nonce = random().toLowerCase();
    if (/^[0-9a-f]{8}$/.test(nonce) && !held.includes(nonce)) return nonce;
  }
  throw new Error('No nonce was found that the text does not hold.');
}

/** Of all nonces none takes more tokens. */
export const longestNonce = 'a0a0a0a0';
