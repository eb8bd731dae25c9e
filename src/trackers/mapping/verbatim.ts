/** Stands in for text that markup must not touch; a cleaned text contains neither mark. */
const open = '\u0001';
const close = '\u0002';

/** Sets parts of a text aside while its markup is read, and puts them back unchanged. */
export class Verbatim {
  private readonly parts: string[] = [];

  /** The text without the characters that stand in for what is set aside. */
  static clean(text: string): string {
    return text.replace(/[\u0001-\u0003]/g, '');
  }

  /** Sets a part aside and returns what stands in for it. */
  keep(part: string): string {
    this.parts.push(part);
    return `${open}${this.parts.length - 1}${close}`;
  }

  /** The text with every part back in its place. */
  restore(text: string): string {
    // A part may hold others, such as code in a line of a table.
    let restored = text;
    for (let depth = 0; depth < 3 && restored.includes(open); depth += 1) {
      restored = restored.replace(
        /\u0001(\d{1,7})\u0002/g,
        (_, index: string) => this.parts[Number(index)] ?? '',
      );
    }
    return restored;
  }
}
