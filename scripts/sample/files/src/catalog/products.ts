import type { Money } from '../money';

export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly brand: string;
  readonly category: string;
  readonly price: Money;
  readonly taxRate: number;
  readonly stock: number;
}

export function findProduct(catalog: readonly Product[], sku: string): Product | undefined {
  return catalog.find((product) => product.sku === sku);
}

export function inCategory(catalog: readonly Product[], category: string): Product[] {
  return catalog.filter((product) => product.category === category);
}

/** The text under the price. */
export function stockNote({ stock }: Product): string {
  if (stock <= 0) return 'Out of stock';
  return stock < 10 ? `Only ${stock} left` : 'In stock';
}

/** Categories with at least one product in stock, in the order of the alphabet. */
export function openCategories(catalog: readonly Product[]): string[] {
  const categories = catalog.filter(({ stock }) => stock > 0).map(({ category }) => category);
  return [...new Set(categories)].sort((a, b) => a.localeCompare(b));
}
