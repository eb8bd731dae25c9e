/** A query as the matcher wants it. */
export interface Query {
  readonly text: string;
  readonly words: readonly string[];
}

const maxWords = 8;

export function parseQuery(input: string): Query {
  const text = input.trim();
  const words = text.split(/[\s,;/]+/).map(normalize);
  return { text, words: [...new Set(words.filter((word) => word.length > 1))].slice(0, maxWords) };
}

/** Lower case, no accents, no English plural: "Cafés" and "café" are the same word. */
export function normalize(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length > 3 ? plain.replace(/(?<!s)s$/, '') : plain;
}
