const scissorsMark = /^(\S{1,16}) -{24} >8 -{24}\r?$/m;
/** The characters that git chooses from for `auto`. */
const chosen = /^([#;@!$%^&|:])(?:[ \t]|$)/;

/**
 * What begins a comment in a message that git is editing.
 *
 * @param configured git's `core.commentChar` or `core.commentString`; for `auto`, the message itself tells, as git
 *   chose a character that begins none of its lines
 */
export function commentMark(message: string, configured = '#'): string {
  if (configured !== 'auto') return configured === '' ? '#' : configured;
  const ofScissors = scissorsMark.exec(message)?.[1];
  if (ofScissors !== undefined) return ofScissors;
  const last = message.trimEnd().split('\n').at(-1) ?? '';
  return chosen.exec(last)?.[1] ?? '#';
}
