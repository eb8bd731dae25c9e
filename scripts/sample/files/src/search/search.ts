import type { Product } from '../catalog/products';
import { parseQuery } from './query';
import { rank } from './ranking';
import { widen } from './synonyms';

export interface SearchResult {
  readonly products: readonly Product[];
  readonly total: number;
}

const pageSize = 24;

export function search(catalog: readonly Product[], input: string, page = 0): SearchResult {
  const { words } = parseQuery(input);
  if (words.length === 0) return { products: [], total: 0 };
  const found = rank(catalog, words.flatMap(widen));
  return { products: found.slice(page * pageSize, (page + 1) * pageSize), total: found.length };
}

/** Product names that start like the text typed so far. */
export function suggest(catalog: readonly Product[], typed: string, limit = 6): string[] {
  const start = typed.trim().toLowerCase();
  if (start.length < 2) return [];
  const names = catalog.map(({ name }) => name).filter((name) => name.toLowerCase().startsWith(start));
  return [...new Set(names)].sort((a, b) => a.localeCompare(b)).slice(0, limit);
}
