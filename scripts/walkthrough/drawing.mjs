// @ts-check
// Shapes for the walkthrough's pictures, in the colours of the theme that shows them.

const color = {
  text: 'var(--vscode-foreground)',
  quiet: 'var(--vscode-descriptionForeground)',
  link: 'var(--vscode-textLink-foreground)',
  line: 'var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-editorWidget-border)))',
  ground: 'var(--vscode-editorWidget-background)',
  field: 'var(--vscode-input-background)',
  marked: 'var(--vscode-list-inactiveSelectionBackground)',
  accent: 'var(--vscode-progressBar-background)',
};

/** @typedef {{ size?: number, weight?: number, color?: keyof typeof color, mono?: boolean, end?: boolean }} TextLook */

/** @param {string} text */
const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** @param {number} x @param {number} y @param {string} text @param {TextLook} [look] */
export function text(x, y, text, { size = 13, weight = 400, color: tone = 'text', mono, end } = {}) {
  const family = mono ? ' font-family="var(--vscode-editor-font-family, monospace)"' : '';
  const anchor = end ? ' text-anchor="end"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${color[tone]}"${family}${anchor}>${escape(text)}</text>`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {{ fill?: keyof typeof color, edge?: boolean, radius?: number }} [look]
 */
export function box(x, y, width, height, { fill = 'ground', edge = true, radius = 6 } = {}) {
  const stroke = edge ? ` stroke="${color.line}"` : '';
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${color[fill]}"${stroke}/>`;
}

/**
 * A priority as the panel shows it: filled if it is the goal's own.
 * @param {number} x
 * @param {number} y
 * @param {string} label
 * @param {boolean} [own]
 */
export function chip(x, y, label, own = true) {
  const look = own
    ? `fill="var(--vscode-badge-background)"`
    : `fill="none" stroke="${color.quiet}" stroke-dasharray="3 2"`;
  const tone = own ? 'var(--vscode-badge-foreground)' : color.text;
  return (
    `<rect x="${x}" y="${y}" width="30" height="18" rx="4" ${look}/>` +
    `<text x="${x + 15}" y="${y + 13}" font-size="12" font-weight="600" text-anchor="middle" fill="${tone}">${label}</text>`
  );
}

/** A target, the product's mark. @param {number} x @param {number} y @param {keyof typeof color} [tone] */
export function target(x, y, tone = 'accent') {
  return (
    `<circle cx="${x}" cy="${y}" r="7" fill="none" stroke="${color[tone]}" stroke-width="1.5"/>` +
    `<circle cx="${x}" cy="${y}" r="2.5" fill="${color[tone]}"/>`
  );
}

/** A line, dashed if it only leads on. @param {number[]} points @param {keyof typeof color} [tone] */
export function path(points, tone = 'quiet') {
  const pairs = points.map((value, at) => (at % 2 === 0 ? `${value},` : `${value} `)).join('');
  return `<polyline points="${pairs.trim()}" fill="none" stroke="${color[tone]}" stroke-width="1.5"/>`;
}

/** @param {number} x @param {number} y @param {number} width @param {number} share */
export function progress(x, y, width, share) {
  return (
    `<rect x="${x}" y="${y}" width="${width}" height="4" rx="2" fill="${color.quiet}" opacity="0.35"/>` +
    `<rect x="${x}" y="${y}" width="${Math.round(width * share)}" height="4" rx="2" fill="${color.accent}"/>`
  );
}

/** A complete picture. @param {readonly string[]} shapes */
export function picture(shapes) {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="520" height="320" viewBox="0 0 520 320" ' +
    'font-family="var(--vscode-font-family, sans-serif)">\n' +
    shapes.map((shape) => `  ${shape}\n`).join('') +
    '</svg>\n'
  );
}
