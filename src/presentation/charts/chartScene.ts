/** Part of a chart. Its class decides how the style sheet draws it. */
export type ChartPart =
  | {
      readonly kind: 'rect';
      readonly cls: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'line';
      readonly cls: string;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | { readonly kind: 'path'; readonly cls: string; readonly d: string }
  | {
      readonly kind: 'circle';
      readonly cls: string;
      readonly cx: number;
      readonly cy: number;
      readonly r: number;
    }
  | {
      readonly kind: 'text';
      readonly cls: string;
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
    };

/** A chart: its shapes, its size, and what it says in a sentence. */
export interface ChartScene {
  readonly width: number;
  readonly height: number;
  /** For people who cannot see it. */
  readonly summary: string;
  readonly parts: readonly ChartPart[];
}

/** A number in SVG syntax, without needless digits. */
export function svgNumber(value: number): string {
  return String(Math.round(value * 10) / 10);
}
