/** A typed array that grows as numbers are added. */
export class GrowingColumn {
  private values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.grow(this.length + 1);
    this.values[this.length] = value;
    this.length += 1;
  }

  /** Adds numbers, each increased by `more`. */
  append(numbers: Uint32Array, more = 0): void {
    const length = this.length + numbers.length;
    if (length > this.values.length) this.grow(length);
    this.values.set(numbers, this.length);
    if (more !== 0) {
      for (let at = this.length; at < length; at += 1) this.values[at] = (this.values[at] ?? 0) + more;
    }
    this.length = length;
  }

  /** All numbers so far, without spare room. */
  finish(): Uint32Array {
    return this.values.slice(0, this.length);
  }

  private grow(least: number): void {
    const wider = new Uint32Array(Math.max(least, this.values.length * 2));
    wider.set(this.values);
    this.values = wider;
  }
}

/** Strings, each kept once and identified by its position. */
export class StringPool {
  readonly strings: string[];
  private readonly positions: Map<string, number>;

  constructor(strings: readonly string[] = []) {
    this.strings = [...strings];
    this.positions = new Map(strings.map((text, position) => [text, position]));
  }

  positionOf(text: string): number {
    let position = this.positions.get(text);
    if (position === undefined) {
      position = this.strings.push(text) - 1;
      this.positions.set(text, position);
    }
    return position;
  }
}
