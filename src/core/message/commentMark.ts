const scissorsMark = /^(\S{1,16}) -{24} >8 -{24}\r?$/m;
/** What git chooses from where it may choose. */
const chosen = /^([#;@!$%^&|:])(?:[ \t]|$)/;

/**
 * What begins a comment in a message that git is editing.
 *
 * @param configured git's `core.commentChar` or `core.commentString`; for `auto` the message itself tells, as git chose
 * what no line of it began with
 */
export function commentMark(message: string, configured = '#'): string {
  if (configured !== 'auto') return configured === '' ? '#' : configured;
  const ofScissors = scissorsMark.exec(message)?.[1];
  if (ofScissors !== undefined) return ofScissors;
  const last = message.trimEnd().split('\n').at(-1) ?? '';
  return chosen.exec(last)?.[1] ?? '#';
}
