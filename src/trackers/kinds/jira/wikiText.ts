/** Three times what is kept of a description: markup takes room too. */
const maxMarkup = 60_000;

/**
 * The text of Jira's wiki markup, without the marks that make it hard to read: macros, headings, link targets, images.
 * https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */
export function wikiText(markup: string): string {
  return markup
    .slice(0, maxMarkup)
    .replace(/\r\n?/g, '\n')
    .replace(/\{(?:code|noformat|quote|panel|color|expand)(?::[^{}\n]{0,200})?\}/g, '')
    .replace(/^[ \t]*h[1-6]\.[ \t]+/gm, '')
    .replace(/^[ \t]*bq\.[ \t]+/gm, '')
    .replace(/^[ \t]*[*#-]{1,6}[ \t]+/gm, '- ')
    .replace(/^![^\s!|][^!\n]{0,200}!$/gm, '')
    .replace(/\[([^[\]|\n]{1,300})\|[^[\]\n]{1,2000}\]/g, '$1')
    .replace(/\[(https?:[^[\]|\s]{1,2000})\]/g, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
