import { normalize } from './query';

/** Words that mean the same to shoppers, each group written by the catalog team. */
const groups: readonly (readonly string[])[] = [
  ['crisps', 'chips'],
  ['biscuits', 'cookies'],
  ['fizzy', 'sparkling'],
];

/** Every word that a shopper may mean by this one, itself first. */
export function widen(word: string): string[] {
  const group = groups.find((candidates) => candidates.some((candidate) => normalize(candidate) === word));
  return [...new Set([word, ...(group ?? []).map(normalize)])];
}

/** A query without results and the query of the same visit that had some. */
export interface Correction {
  readonly from: string;
  readonly to: string;
  readonly company: string;
}

/** A pair counts once this many different companies have produced it. */
const minCompanies = 10;

/** The synonyms that the search log suggests, most often produced first. */
export function learnSynonyms(corrections: readonly Correction[]): [from: string, to: string][] {
  const companiesOfPair = new Map<string, Set<string>>();
  for (const { from, to, company } of corrections) {
    const pair = `${normalize(from)} ${normalize(to)}`;
    companiesOfPair.set(pair, (companiesOfPair.get(pair) ?? new Set()).add(company));
  }
  return [...companiesOfPair]
    .filter(([, companies]) => companies.size >= minCompanies)
    .sort(([, a], [, b]) => b.size - a.size)
    .map(([pair]) => pair.split(' ') as [string, string]);
}
