import type { VNode } from 'preact';
import './patterns.css';

/** The fill patterns: always for work without a goal, and for every fill where shades are not visible. */
export function Patterns(): VNode {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <Stripes id="hatch" size={6} angle={45} />
        <Stripes id="dense" size={4} angle={-45} />
        <Stripes id="sparse" size={9} angle={-45} />
        <Stripes id="rows" size={4} angle={90} />
        <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class="patternGround" width="6" height="6" />
          <circle class="patternDot" cx="3" cy="3" r="1.4" />
        </pattern>
        <pattern id="cross" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect class="patternGround" width="7" height="7" />
          <path class="patternInk" d="M0 0L7 7M7 0L0 7" />
        </pattern>
      </defs>
    </svg>
  );
}

function Stripes({
  id,
  size,
  angle,
}: {
  readonly id: string;
  readonly size: number;
  readonly angle: number;
}): VNode {
  return (
    <pattern
      id={id}
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${angle})`}
    >
      <rect class="patternGround" width={size} height={size} />
      <line class="patternInk" x1={size / 2} x2={size / 2} y1="0" y2={size} />
    </pattern>
  );
}
