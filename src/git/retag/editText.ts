/**
 * Edits text that is kept as bytes. Bytes that are not UTF-8, or are declared to be something else, come back
 * unchanged: only what the edit adds is new, and must then be ASCII.
 */
export function editText(
  bytes: Buffer,
  encoding: string | undefined,
  edit: (text: string) => string,
): Buffer {
  const codec = isUtf8(bytes, encoding) ? 'utf8' : 'latin1';
  return Buffer.from(edit(bytes.toString(codec)), codec);
}

/** Whether the bytes are UTF-8, both as declared (UTF-8 if nothing is) and in fact. */
export function isUtf8(bytes: Buffer, encoding?: string): boolean {
  return /^utf-?8$/i.test(encoding ?? 'utf-8') && Buffer.from(bytes.toString()).equals(bytes);
}
