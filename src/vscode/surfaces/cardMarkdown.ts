import { MarkdownString } from 'vscode';
import type { CardLine } from '../../presentation/goalCard';

/** Renders a card as Markdown, with Markdown and icons in tracker text escaped. */
export function cardMarkdown(lines: readonly CardLine[]): MarkdownString {
  const markdown = new MarkdownString(undefined, true);
  appendLines(markdown, lines);
  return markdown;
}

/** Adds lines to a card, each as its own paragraph. */
export function appendLines(markdown: MarkdownString, lines: readonly CardLine[]): void {
  for (const { icon, name, text } of lines) {
    markdown.appendMarkdown(icon === undefined ? '\n\n' : `\n\n$(${icon}) `);
    if (name !== undefined) {
      markdown.appendMarkdown('**');
      markdown.appendText(name);
      markdown.appendMarkdown('** ');
    }
    markdown.appendText(text);
  }
}
