// @ts-check

/**
 * Prints a table under a heading, with notes below it.
 * @param {string} title
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @param {...string} notes
 */
export function printTable(title, head, rows, ...notes) {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  // The first column holds names, the others figures.
  const cells = (/** @type {readonly string[]} */ line) =>
    widths.map((width, column) =>
      column === 0 ? (line[column] ?? '').padEnd(width) : (line[column] ?? '').padStart(width),
    );
  console.log(`\n${title}\n`);
  for (const [index, line] of lines.entries()) {
    console.log(`| ${cells(line).join(' | ')} |`);
    if (index === 0) console.log(`| ${widths.map((width, column) => rule(width, column)).join(' | ')} |`);
  }
  for (const note of notes) console.log(`\n${note}`);
}

/** @param {number} width @param {number} column */
function rule(width, column) {
  return column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`;
}
