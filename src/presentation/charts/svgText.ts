import { htmlText } from './htmlText';
import { svgNumber, type ChartPart, type ChartScene } from './chartScene';

/** A chart as SVG in HTML: with classes but no inline styles, so that a strict content security policy allows it. */
export function svgText({ width, height, summary, parts }: ChartScene): string {
  return [
    `<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${htmlText(summary)}">`,
    ...parts.map(partText),
    '</svg>',
  ].join('');
}

function partText(part: ChartPart): string {
  switch (part.kind) {
    case 'rect':
      return `<rect class="${part.cls}"${numbers({ x: part.x, y: part.y, width: part.width, height: part.height })}/>`;
    case 'line':
      return `<line class="${part.cls}"${numbers({ x1: part.x1, y1: part.y1, x2: part.x2, y2: part.y2 })}/>`;
    case 'path':
      return `<path class="${part.cls}" d="${part.d}"/>`;
    case 'circle':
      return `<circle class="${part.cls}"${numbers({ cx: part.cx, cy: part.cy, r: part.r })}/>`;
    case 'text':
      return `<text class="${part.cls}"${numbers({ x: part.x, y: part.y })} text-anchor="${part.anchor}">${htmlText(part.text)}</text>`;
  }
}

function numbers(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${svgNumber(value)}"`)
    .join('');
}
