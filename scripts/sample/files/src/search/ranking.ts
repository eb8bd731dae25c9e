import type { Product } from '../catalog/products';
import { normalize } from './query';

const weights = { name: 3, brand: 2, category: 1 } as const;

/** How well a product answers the words of a query; 0 means not at all. */
export function score(product: Product, words: readonly string[]): number {
  let sum = 0;
  for (const field of ['name', 'brand', 'category'] as const) {
    const have = new Set(product[field].split(/\s+/).map(normalize));
    sum += words.filter((word) => have.has(word)).length * weights[field];
  }
  return sum;
}

/** Best first; what is out of stock goes to the end. */
export function rank(products: readonly Product[], words: readonly string[]): Product[] {
  return products
    .map((product) => ({ product, points: score(product, words) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => Number(b.product.stock > 0) - Number(a.product.stock > 0) || b.points - a.points)
    .map(({ product }) => product);
}
