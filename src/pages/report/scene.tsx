import type { VNode } from 'preact';
import type { Scene } from '../../reportPage/contract/chart';

/** A drawn chart: one picture for people who can see it, one sentence for everyone else. */
export function SceneView({ scene, class: cls }: { readonly scene: Scene; readonly class: string }): VNode {
  const { width, height, summary, parts } = scene;
  return (
    <svg
      class={`chart ${cls}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={summary}
    >
      {parts.map((part, at) => (
        <PartShape key={at} part={part} />
      ))}
    </svg>
  );
}

function PartShape({ part }: { readonly part: Scene['parts'][number] }): VNode {
  switch (part.kind) {
    case 'rect':
      return <rect class={part.cls} x={part.x} y={part.y} width={part.width} height={part.height} />;
    case 'line':
      return <line class={part.cls} x1={part.x1} y1={part.y1} x2={part.x2} y2={part.y2} />;
    case 'path':
      return <path class={part.cls} d={part.d} />;
    case 'circle':
      return <circle class={part.cls} cx={part.cx} cy={part.cy} r={part.r} />;
    case 'text':
      return (
        <text class={part.cls} x={part.x} y={part.y} text-anchor={part.anchor}>
          {part.text}
        </text>
      );
  }
}
