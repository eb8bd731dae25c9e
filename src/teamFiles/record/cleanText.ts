/** Text without control and direction-override characters, with `\n` line ends, trimmed. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // Direction overrides make text read as what it is not; tag characters carry text that no person sees.
      .replace(/[\0-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu, '')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .trim()
  );
}

/** Clean text on one line: every run of white space is one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}
