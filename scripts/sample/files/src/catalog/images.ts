const widths = [160, 320, 640, 960] as const;

export interface ImageAddress {
  readonly cdn: string;
  readonly sku: string;
}

export function imageUrl({ cdn, sku }: ImageAddress, width: number): string {
  return `${cdn}/products/${encodeURIComponent(sku)}/${width}.jpg`;
}

/** The `srcset` of a product image, for screens of every density. */
export function imageSet(address: ImageAddress): string {
  return widths.map((width) => `${imageUrl(address, width)} ${width}w`).join(', ');
}

/** The width to load first, before the layout is known. */
export function placeholderUrl(address: ImageAddress): string {
  return imageUrl(address, widths[0]);
}
