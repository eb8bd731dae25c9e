/** Three times what is kept of a description: markup takes room too. */
const maxMarkup = 60_000;

/**
 * The text of Redmine's Textile, without the marks that make it hard to read. Markdown, which Redmine may use instead,
 * reads well as it is. https://www.redmine.org/projects/redmine/wiki/RedmineTextFormattingTextile
 */
export function textileText(markup: string): string {
  return markup
    .slice(0, maxMarkup)
    .replace(/\r\n?/g, '\n')
    .replace(/<\/?(?:pre|code)(?: class="[^"\n]{0,80}")?>/g, '')
    .replace(/^(?:h[1-6]|bq|p)\.[ \t]+/gm, '')
    .replace(/^[*#]{1,6}[ \t]+/gm, '- ')
    .replace(/^![^\s!|][^!\n]{0,200}!$/gm, '')
    .replace(/"([^"\n]{1,300})":https?:[^\s]{1,2000}/g, '$1')
    .replace(/(^|\s)([*_@])(\S(?:[^\n]{0,300}?\S)?)\2(?=[\s.,;:!?)]|$)/gm, '$1$3')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
