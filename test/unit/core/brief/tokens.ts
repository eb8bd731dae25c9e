import { encode } from 'gpt-tokenizer/encoding/o200k_base';

/** How many tokens o200k makes of a text; what looks like a special token is text. */
export function tokensOf(text: string): number {
  return encode(text, { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() }).length;
}
