const escapes: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

/**
 * A path as it is, from how git writes it outside of `-z`: in quotation marks and with escapes where it has to.
 *
 * @param text decoded as latin1, so that no byte is lost; see "core.quotePath" in git-config(1)
 */
export function unquotedPath(text: string): string {
  const [, quoted] = /^"(.*)"$/s.exec(text) ?? [];
  const bytes =
    quoted?.replace(/\\(?:([0-7]{3})|(.))/gs, (_, octal: string | undefined, char: string) =>
      octal === undefined ? (escapes.get(char) ?? char) : String.fromCharCode(parseInt(octal, 8)),
    ) ?? text;
  return Buffer.from(bytes, 'latin1').toString();
}
