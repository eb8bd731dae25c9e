/**
 * A snippet that writes a tail behind the caret in one commit box and nothing anywhere else: VS Code inserts a snippet
 * wherever the focus is by then. A selection is written again.
 *
 * @param path of the document of the commit box, which no file has
 */
export function guardedSnippet(path: string, tail: string): string {
  const place = path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => part.replace(/[^A-Za-z0-9]/g, '\\$&'))
    .join('[\\/\\\\]');
  const text = tail.replace(/[\\$}]/g, '\\$&');
  return `\${TM_SELECTED_TEXT}$0\${TM_FILEPATH/^(?:.*?(${place}))?.*$/\${1:+${text}}/}`;
}
