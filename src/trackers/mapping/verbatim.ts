/** Stands in for text that markup must not touch; a text that has been cleaned has neither. */
const open = '\u0001';
const close = '\u0002';

/** Sets parts of a text aside, so that what reads its markup leaves them as they are, and puts them back. */
export class Verbatim {
  private readonly parts: string[] = [];

  /** The text without the characters that stand in for what is set aside. */
  static clean(text: string): string {
    return text.replace(/[\u0001-\u0003]/g, '');
  }

  /** What stands in the text for a part of it. */
  keep(part: string): string {
    this.parts.push(part);
    return `${open}${this.parts.length - 1}${close}`;
  }

  /** The text with every part in its place. */
  restore(text: string): string {
    // A part may hold others: code in a line of a table.
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
