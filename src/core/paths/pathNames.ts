/** Counts the cost of matching, so that tests can check how it grows. */
export interface Work {
  /** Names compared, plus machine words processed for each pattern character. */
  steps: number;
}

/** One name in a path, between two slashes, with the positions of each of its characters as a bit set. */
export class PathName {
  /** In code points, as `?` stands for one. */
  readonly length: number;
  /** How many machine words hold one bit per position in the name, plus one for its end. */
  readonly words: number;
  private places: Map<string, Uint32Array> | undefined;

  readonly text: string;

  /** File systems may return a name in another Unicode form than it was written in. */
  constructor(written: string) {
    this.text = written.normalize();
    const { text } = this;
    this.length = lengthOf(text);
    this.words = (this.length >>> 5) + 1;
  }

  /** The positions of a character; undefined if it does not occur. */
  placesOf(character: string): Uint32Array | undefined {
    this.places ??= this.indexed();
    return this.places.get(character);
  }

  private indexed(): Map<string, Uint32Array> {
    const places = new Map<string, Uint32Array>();
    let at = 0;
    for (const character of this.text) {
      let bits = places.get(character);
      if (!bits) places.set(character, (bits = new Uint32Array(this.words)));
      bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
      at += 1;
    }
    return places;
  }
}

/** The names in a relative path; undefined if it is empty, absolute or leaves the folder. */
export function namesOf(path: string): readonly PathName[] | undefined {
  if (/^[A-Za-z]:\//.test(path)) return undefined;
  const names = path.split('/');
  if (names.some((name) => name === '' || name === '.' || name === '..')) return undefined;
  return names.map((name) => new PathName(name));
}

function lengthOf(text: string): number {
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '_').length;
}
