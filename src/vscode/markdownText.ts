/** Every mark that Markdown, links that are found in text, or HTML could read. */
const marks = /[!-/:-@[-`{-~]/g;

/**
 * Text of others as Markdown that says just that, in one paragraph that wraps.
 * `MarkdownString.appendText` would join its words, so that no line of a hover breaks. A space stands
 * in what VS Code would draw as an icon.
 */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('$(', '$ (').replace(marks, '\\$&');
}
