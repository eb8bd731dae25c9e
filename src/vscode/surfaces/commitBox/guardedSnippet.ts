/**
 * A snippet that appends a tail at the caret of one commit box and does nothing anywhere else: VS Code inserts a
 * snippet wherever the focus is by then. What is selected there by then stays selected, since it is written again as the
 * snippet's final place.
 *
 * @param path the path of the commit box's document, which no file has
 */
export function guardedSnippet(path: string, tail: string): string {
  const place = path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => part.replace(/[^A-Za-z0-9]/g, '\\$&'))
    .join('[\\/\\\\]');
  const text = tail.replace(/[\\$}]/g, '\\$&');
  return `\${0:\${TM_SELECTED_TEXT}}\${TM_FILEPATH/^(?:.*?(${place}))?.*$/\${1:+${text}}/}`;
}
