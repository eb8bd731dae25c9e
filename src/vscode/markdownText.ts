/** Every character that Markdown, link detection or HTML could interpret. */
const marks = /[!-/:-@[-`{-~]/g;

/**
 * Escapes foreign text to Markdown that renders it literally, as one paragraph that wraps. `MarkdownString.appendText`
 * would use non-breaking spaces, so that no line of a hover wraps. A space breaks up what VS Code would draw as an
 * icon.
 */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('$(', '$ (').replace(marks, '\\$&');
}
