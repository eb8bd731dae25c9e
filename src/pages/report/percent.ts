/** A position from 0 to 1 as a length in SVG. */
export function percent(position: number): string {
  return `${(position * 100).toFixed(2)}%`;
}
