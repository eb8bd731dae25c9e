/** The title of a committed message, as git shows it on one line: its first paragraph. */
export function titleOf(message: string): string {
  const lines = firstParagraph(message).split('\n');
  return lines.flatMap((line) => line.trim() || []).join(' ');
}

/** The message with another title; the same string if the title is unchanged. */
export function withTitle(message: string, title: string): string {
  if (title === titleOf(message)) return message;
  const start = message.trimStart();
  return `${title}${start === '' ? '\n' : start.slice(firstParagraph(message).length)}`;
}

/** Without its final line break. */
function firstParagraph(message: string): string {
  const [paragraph = ''] = message.trimStart().split(/\r?\n[ \t\r]*(?:\n|$)/, 1);
  return paragraph;
}
