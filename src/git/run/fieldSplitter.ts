/** How much of a field's start is kept, in bytes: enough for every part that is searched for keys. */
const maxHead = 192 * 1024;
/** How much of a longer field's end is kept, in bytes: the trailers are there. */
const maxTail = 64 * 1024;
// Neither blank nor a trailer, so that what follows cannot become a trailer paragraph of its own.
const cut = Buffer.from('\n[…]\n');

/** Splits chunks of bytes into fields that end with NUL; a field of more than 256 KiB loses its middle. */
export class FieldSplitter {
  private readonly open: Buffer[] = [];
  private openBytes = 0;

  /** The fields that end in this chunk; they share its memory. */
  push(chunk: Buffer): Buffer[] {
    return this.fields(chunk, (bytes, start, end) => bytes.subarray(start, end));
  }

  /** The same as UTF-8 text. */
  texts(chunk: Buffer): string[] {
    return this.fields(chunk, (bytes, start, end) => bytes.toString('utf8', start, end));
  }

  private fields<T>(chunk: Buffer, read: (bytes: Buffer, start: number, end: number) => T): T[] {
    const fields: T[] = [];
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      if (this.openBytes === 0 && end - start <= maxHead) fields.push(read(chunk, start, end));
      else {
        const part = chunk.subarray(start, end);
        const field = this.openBytes > 0 ? this.close(part) : shorten(part);
        fields.push(read(field, 0, field.length));
      }
      start = end + 1;
    }
    if (start < chunk.length) this.keep(chunk.subarray(start));
    return fields;
  }

  private keep(part: Buffer): void {
    this.open.push(part);
    this.openBytes += part.length;
    if (this.openBytes <= 4 * (maxHead + maxTail)) return;
    const short = shorten(Buffer.concat(this.open));
    this.open.splice(0, Infinity, short);
    this.openBytes = short.length;
  }

  private close(part: Buffer): Buffer {
    const field = shorten(Buffer.concat([...this.open, part]));
    this.open.length = 0;
    this.openBytes = 0;
    return field;
  }
}

function shorten(field: Buffer): Buffer {
  if (field.length <= maxHead + maxTail + cut.length) return field;
  return Buffer.concat([field.subarray(0, maxHead), cut, field.subarray(field.length - maxTail)]);
}
