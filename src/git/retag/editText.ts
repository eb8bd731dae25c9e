/**
 * Edits text that is kept as bytes. Bytes that are not UTF-8, or are said not to be, come back as they were: only what
 * the edit adds is new, and that must be ASCII then.
 */
export function editText(
  bytes: Buffer,
  encoding: string | undefined,
  edit: (text: string) => string,
): Buffer {
  const codec = isUtf8(bytes, encoding) ? 'utf8' : 'latin1';
  return Buffer.from(edit(bytes.toString(codec)), codec);
}

/** Whether the bytes are UTF-8, by their encoding (UTF-8 where none is given) and in fact. */
export function isUtf8(bytes: Buffer, encoding?: string): boolean {
  return /^utf-?8$/i.test(encoding ?? 'utf-8') && Buffer.from(bytes.toString()).equals(bytes);
}
